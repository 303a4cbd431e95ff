import { createHash } from 'node:crypto';
import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, runNode } from './process.mjs';
import { bundleServiceWorker } from './service-worker.mjs';
import { writeWasmThread } from './wasm-thread.mjs';

/** What the build depends on. */
const FOLDERS = ['app', 'server', 'models'];
const FILES = [
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
  'tools/build.mjs',
  'tools/service-worker.mjs',
  'tools/wasm-thread.mjs',
];

const next = join(root, 'node_modules/next/dist/bin/next');
/** Lies beside `server/`, so that addresses relative to a file of `server/` stay right. */
const dist = join(root, 'dist');

export const server = join(dist, 'server.mjs');
export const worker = join(dist, 'work-on-jobs.mjs');
/** @type {NodeJS.ProcessEnv} */
export const productionEnv = {
  ...process.env,
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
};

/**
 * Builds the pages and the server for production, unless the last build was made from the same
 * sources.
 * @returns {Promise<number>} the exit code of the build.
 */
export async function build() {
  const stampFile = join(dist, 'stamp');
  const stamp = await sourcesStamp();
  const isFresh = (await readFile(stampFile, 'utf8').catch(() => '')) === stamp;
  if (isFresh && (await exists(join(root, '.next/BUILD_ID')))) return 0;
  await writeWasmThread(dist);
  const code = await runNode([next, 'build'], { env: productionEnv });
  if (code !== 0) return code;
  await bundleServer(dist);
  await bundleServiceWorker(join(root, 'public/sw.js'));
  await writeFile(stampFile, stamp);
  return 0;
}

/**
 * Bundles what runs outside Next, the server, the program that works on jobs and worker threads, since
 * Node runs no TypeScript.
 * @param {string} folder gets `server.mjs`, `work-on-jobs.mjs`, `worker.mjs` and `describer.mjs`.
 */
export async function bundleServer(folder) {
  const esbuild = await import('esbuild');
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: {
      server: 'server/main.ts',
      'work-on-jobs': 'server/work-on-jobs.ts',
      worker: 'server/inference/worker.ts',
      describer: 'server/metadata/worker.ts',
    },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    logLevel: 'warning',
  });
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

/** @param {string} path */
async function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}
