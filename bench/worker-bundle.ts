import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleServer } from '../tools/build.mjs';
import { root } from '../tools/process.mjs';

/** Bundles the program of the worker threads for as long as `use` runs. */
export async function withWorkerBundle<T>(use: (worker: string) => Promise<T>): Promise<T> {
  const cache = join(root, '.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'bench-'));
  try {
    await bundleServer(folder);
    return await use(join(folder, 'worker.mjs'));
  } finally {
    await rm(folder, { recursive: true });
  }
}
