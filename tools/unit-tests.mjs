import { providePostgresql } from './postgresql.mjs';

/**
 * Runs every unit test in this process's Vitest and names the skipped ones with their reasons.
 * @returns {Promise<import('./test.mjs').Counts>} a test file or a run that broke counts as one failed test.
 */
export async function runUnitTests() {
  await providePostgresql();
  const { startVitest } = await import('vitest/node');
  const vitest = await startVitest('test', [], { watch: false });
  const counts = { passed: 0, failed: vitest.state.getUnhandledErrors().length, skipped: 0 };
  for (const module of vitest.state.getTestModules()) {
    if (module.errors().length) counts.failed += 1;
    for (const test of module.children.allTests()) {
      const result = test.result();
      counts[result.state === 'pending' ? 'failed' : result.state] += 1;
      if (result.state === 'skipped') {
        console.log(
          `skipped: ${module.relativeModuleId} > ${test.fullName}${result.note ? ` (${result.note})` : ''}`,
        );
      }
    }
  }
  await vitest.close();
  return counts;
}
