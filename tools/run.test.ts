import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { plant } from './plant';
import { root, runNode } from './process.mjs';

describe('a program run by this project', () => {
  it('passes on the exit code', async () => {
    expect(await runNode(['-e', 'process.exitCode = 3'])).toBe(3);
  });

  it('tells which signal ended it', async () => {
    expect(await runNode(['-e', `process.kill(process.pid, 'SIGKILL')`])).toBe(128 + 9);
  });

  it('is asked to stop when its parent is', async () => {
    const child = `process.on('SIGTERM', () => process.exit(7)); setInterval(() => {}, 1000); console.log('ready');`;
    const url = JSON.stringify(new URL('process.mjs', import.meta.url));
    const parent = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `import { runNode } from ${url}; process.exit(await runNode(['-e', ${JSON.stringify(child)}]));`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(parent.stdout, 'data');
    parent.kill('SIGTERM');
    expect(await once(parent, 'exit')).toEqual([7, null]);
  });
});

describe('the command line', () => {
  it('runs TypeScript in the folder that npm was called in, and adds nothing to its output', async () => {
    const program = 'console.log(process.cwd() as string, ...process.argv.slice(2))';
    const folder = await plant([], { 'program.ts': program });
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(root, 'tools/run.mjs'), relative(root, join(folder, 'program.ts')), '--json'],
      { env: { ...process.env, INIT_CWD: folder } },
    );
    expect(stdout).toBe(`${folder} --json\n`);
  });

  it('gets no banner from npm on standard output', async () => {
    const scripts = { caption: 'node -p 42' };
    const folder = await plant(['.npmrc'], { 'package.json': JSON.stringify({ scripts }) });
    const { npm_config_loglevel: _, ...env } = process.env;
    const { stdout } = await promisify(execFile)('npm', ['run', 'caption'], { cwd: folder, env });
    expect(stdout).toBe('42\n');
  });

  it('says which Node it needs', async () => {
    const old = `Object.defineProperty(process.versions, 'node', { value: '18.20.0' })`;
    const run = promisify(execFile)(process.execPath, [
      '--import',
      `data:text/javascript,${encodeURIComponent(old)}`,
      fileURLToPath(new URL('run.mjs', import.meta.url)),
    ]);
    await expect(run).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/Node 20\.19 or newer is needed, this is 18\.20\.0/),
    });
  });
});
