/**
 * `npm test`: sets the project up, then runs the checks, the unit tests and the browser tests. Ends
 * with one line of counts, where a check counts as one test, and fails if anything did.
 */
import { runBrowserTests } from './browser-tests.mjs';
import { runNpm } from './process.mjs';
import { setUp } from './setup.mjs';
import { runUnitTests } from './unit-tests.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const CHECKS = ['check:types', 'check:models', 'check:rules', 'check:dead', 'check:format'];

await setUp();
const total = { passed: 0, failed: 0, skipped: 0 };

await Promise.all(
  CHECKS.map(async (check) => {
    const ok = (await runNpm(['run', '--silent', check])) === 0;
    console.log(`${ok ? 'passed' : 'FAILED'}: npm run ${check}`);
    add({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 });
  }),
);
add(await runUnitTests());
add(await runBrowserTests());

const { passed, failed, skipped } = total;
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed ? 1 : 0);

/** @param {Counts} counts */
function add(counts) {
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
