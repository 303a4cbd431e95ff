import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './process.mjs';

const next = join(root, '.next');
const staticFiles = join(next, 'static');

/**
 * Bundles the service worker, with the list of what it keeps: the pages and Next's static files.
 * @param {string} file where it goes.
 */
export async function bundleServiceWorker(file) {
  const esbuild = await import('esbuild');
  const kept = [...(await pages()), ...(await scripts())];
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['app/_worker/service-worker.ts'],
    outfile: file,
    bundle: true,
    minify: true,
    target: 'es2022',
    define: { KEPT_FILES: JSON.stringify(kept), 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
}

/** Every page without parameters; each build has its own. */
async function pages() {
  const revision = await readFile(join(next, 'BUILD_ID'), 'utf8');
  /** @type {Record<string, string>} */
  const routes = JSON.parse(await readFile(join(next, 'app-path-routes-manifest.json'), 'utf8'));
  return Object.entries(routes)
    .filter(([source, url]) => source.endsWith('/page') && !/[[_]/.test(url))
    .map(([, url]) => ({ url, revision }));
}

/** They carry their hash in their names. */
async function scripts() {
  const entries = await readdir(staticFiles, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(staticFiles.length))
    .toSorted()
    .map((path) => ({ url: `/_next/static${path}`, revision: null }));
}
