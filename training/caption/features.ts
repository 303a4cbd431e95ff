import { mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readEncoder } from '../../models/artefact/encoder';
import { FEATURE_SIZE, GRID_CELLS } from '../../models/encoder/nodes';
import { folderSource } from '../../server/inference/sources';
import { forEachPhoto, readSplit, type Split } from '../data/flickr8k';
import { FeatureCache } from './feature-cache';
import { startProgress } from '../../cli/progress';
import { createWorkerPool } from '../worker-pool';

/** Values of one photo's grid. */
const GRID_VALUES = GRID_CELLS * FEATURE_SIZE;

/**
 * Makes sure that the grids of a split are on disk, in the order of the split's list.
 * @param encoder folder of the encoder's artefact.
 * @param view how the photos are looked at: 0 as they are, see `viewOf`.
 * @returns the path of the cache file, which is named after the encoder's weights.
 */
export async function ensureFeatures(
  encoder: string,
  split: Split,
  workers: number,
  view = 0,
): Promise<string> {
  const { manifest, weightsSha256 } = await readEncoder(folderSource(encoder));
  const folder = join('.cache', 'features', `${manifest.id}-${weightsSha256.slice(0, 8)}`);
  const path = join(folder, view === 0 ? `${split}.f16` : `${split}-${view}.f16`);
  const photos = await readSplit(split);
  const size = await stat(path).then(
    (file) => file.size,
    () => -1,
  );
  if (size === photos.length * GRID_VALUES * 2) return path;

  await mkdir(folder, { recursive: true });
  const places = new Map(photos.map(({ name }, place) => [name, place]));
  const cache = await FeatureCache.open(`${path}.part`, GRID_VALUES, 'w');
  const module = new URL('./extract-worker.ts', import.meta.url);
  const pool = createWorkerPool<typeof import('./extract-worker')>(module, workers);
  const progress = startProgress(`features of ${split}, view ${view}`, photos.length);
  const waiting = new Set<Promise<void>>();
  await forEachPhoto(split, async (name, jpeg) => {
    const place = places.get(name);
    if (place === undefined) return;
    const work = pool
      .run('extract', { encoder, photo: new Uint8Array(jpeg), view, place })
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
  return path;
}
