import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { forEachPhoto, readSplit, type Split } from '../data/flickr8k';
import { FeatureCache, GRID_VALUES } from './feature-cache';
import { startProgress } from '../../cli/progress';
import { createWorkerPool } from '../worker-pool';

/**
 * Makes sure that the grids of a split are on disk, in the order of the split's list.
 * @param encoder folder of the encoder.
 * @param path of the cache file; an existing one of the right size is kept.
 */
export async function ensureFeatures(
  encoder: string,
  split: Split,
  path: string,
  workers: number,
): Promise<void> {
  const photos = await readSplit(split);
  const size = await stat(path).then(
    (s) => s.size,
    () => -1,
  );
  if (size === photos.length * GRID_VALUES * 2) return;

  await mkdir(dirname(path), { recursive: true });
  const places = new Map(photos.map(({ name }, place) => [name, place]));
  const cache = await FeatureCache.open(`${path}.part`, 'w');
  const module = new URL('./extract-worker.ts', import.meta.url);
  const pool = createWorkerPool<typeof import('./extract-worker')>(module, workers);
  const progress = startProgress(`features of ${split}`, photos.length);
  const waiting = new Set<Promise<void>>();
  await forEachPhoto(split, async (name, jpeg) => {
    const place = places.get(name);
    if (place === undefined) return;
    const work = pool
      .run('extract', { encoder, jpeg: new Uint8Array(jpeg) })
      .then((grid) => cache.write(place, grid))
      .then(() => progress.advance(1));
    waiting.add(work);
    void work.finally(() => waiting.delete(work));
    if (waiting.size >= workers * 4) await Promise.race(waiting);
  });
  await Promise.all(waiting);
  progress.stop();
  await cache.close();
  await pool.close();
  await rename(`${path}.part`, path);
}
