import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { root } from './process.mjs';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** Makes a folder with configuration files of the project and the given sources, for one test file. */
export async function plant(configs: string[], sources: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'negar-'));
  folders.push(folder);
  for (const config of configs) await cp(join(root, config), join(folder, config));
  for (const [file, source] of Object.entries(sources)) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), `${source}\n`);
  }
  return folder;
}

/** Runs a program of an installed package, for example `knip/bin/knip.js`. */
export function runTool(program: string, args: string[], cwd: string) {
  const command = [join(root, 'node_modules', program), ...args];
  return new Promise<{ failed: boolean; stdout: string }>((resolve) => {
    execFile(process.execPath, command, { cwd }, (error, stdout) =>
      resolve({ failed: error !== null, stdout }),
    );
  });
}
