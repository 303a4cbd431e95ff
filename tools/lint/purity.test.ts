import { describe, expect, it } from 'vitest';
import { plant, runTool } from '../plant';

describe('the type check of models/', () => {
  const check = async (source: string) => {
    const configs = ['tsconfig.json', 'models/tsconfig.json', 'models/globals.d.ts'];
    const sources = { 'models/captioner/a.ts': source, 'server/a.ts': 'export const a = 1;' };
    const folder = await plant(configs, sources);
    return runTool('typescript/bin/tsc', ['-p', 'models'], folder);
  };

  it.each([
    ['the DOM', 'export const title = document.title;', /'document'/],
    ['Node', 'export const args = process.argv;', /'process'/],
    ['a file outside', `export { a } from '../../server/a';`, /TS6059/],
  ])('refuses %s', async (_, source, message) => {
    const { failed, stdout } = await check(source);
    expect(stdout).toMatch(message);
    expect(failed).toBe(true);
  });

  it('passes the platform globals that every environment has', async () => {
    expect(await check('export const now = performance.now();')).toEqual({
      failed: false,
      stdout: '',
    });
  });
});
