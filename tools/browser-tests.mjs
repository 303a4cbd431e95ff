import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { root, runNode } from './process.mjs';

/**
 * Runs the Playwright tests of `e2e/` against the production build and names the skipped ones with
 * their reasons.
 * @returns {Promise<import('./test.mjs').Counts>} a run that could not begin counts as one failed test.
 */
export async function runBrowserTests() {
  const executable = await findChromium();
  if (!executable) return { passed: 0, failed: 1, skipped: 0 };
  const folder = await mkdtemp(join(tmpdir(), 'negar-'));
  try {
    const report = join(folder, 'report.json');
    const code = await runNode(
      [join(root, 'node_modules/playwright/cli.js'), 'test', '--reporter=list,json'],
      {
        env: {
          ...process.env,
          PLAYWRIGHT_CHROMIUM: executable,
          PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        },
      },
    );
    return count(JSON.parse(await readFile(report, 'utf8').catch(() => '{}')), code);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * @param {Partial<import('playwright/types/testReporter').JSONReport>} report
 * @param {number} exitCode
 */
function count({ stats, suites = [] }, exitCode) {
  const counts = {
    passed: stats?.expected ?? 0,
    failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
    skipped: stats?.skipped ?? 0,
  };
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1;
  suites.forEach(nameSkipped);
  return counts;
}

/** @param {import('playwright/types/testReporter').JSONReportSuite} suite */
function nameSkipped({ file, specs, suites = [] }) {
  for (const { title, tests } of specs) {
    for (const test of tests.filter(({ status }) => status === 'skipped')) {
      const reason = test.annotations.find(({ description }) => description)?.description;
      console.log(`skipped: ${file} > ${title}${reason ? ` (${reason})` : ''}`);
    }
  }
  suites.forEach(nameSkipped);
}
