import { describe, expect, it } from 'vitest';
import { plant, runTool } from '../plant';

describe('the search for dead code', () => {
  const caption = `import { live } from '../models/a'; console.log(live);`;
  const check = async (models: string) => {
    const folder = await plant(['knip.config.js'], {
      'package.json': JSON.stringify({
        type: 'module',
        scripts: { caption: 'node run.mjs cli/caption.ts' },
      }),
      'cli/caption.ts': caption,
      'models/a.ts': models,
    });
    return runTool('knip/bin/knip.js', ['--no-config-hints'], folder);
  };

  it('names an export that nothing imports', async () => {
    const { failed, stdout } = await check('export const live = 1; export const dead = 2;');
    expect(stdout).toMatch(/^dead +models\/a\.ts/m);
    expect(stdout).not.toMatch(/^live /m);
    expect(failed).toBe(true);
  });

  it('passes a tree without one', async () => {
    expect((await check('export const live = 1;')).failed).toBe(false);
  });
});
