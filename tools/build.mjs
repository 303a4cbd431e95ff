import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, runNode } from './process.mjs';

/** What the built pages depend on. */
const FOLDERS = ['app', 'server', 'models'];
const FILES = ['next.config.js', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'];

export const next = join(root, 'node_modules/next/dist/bin/next');
/** @type {NodeJS.ProcessEnv} */
export const productionEnv = {
  ...process.env,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
};

/**
 * Builds the pages for production, unless the last build was made from the same sources.
 * @returns {Promise<number>} the exit code of the build.
 */
export async function build() {
  const stampFile = join(root, '.next/negar-stamp');
  const stamp = await sourcesStamp();
  if ((await readFile(stampFile, 'utf8').catch(() => '')) === stamp) return 0;
  const code = await runNode([next, 'build'], { env: productionEnv });
  if (code === 0) await writeFile(stampFile, stamp);
  return code;
}

/** SHA-256 of the names and the content of every source file. */
async function sourcesStamp() {
  const hash = createHash('sha256');
  for (const file of [...(await sourceFiles()), ...FILES]) {
    hash.update(`${file}\0`).update(await readFile(join(root, file)));
  }
  return hash.digest('hex');
}

async function sourceFiles() {
  const found = await Promise.all(
    FOLDERS.map(async (folder) => {
      const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length));
    }),
  );
  return found.flat().toSorted();
}
