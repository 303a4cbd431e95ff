import { GRID_CELLS } from '../../models/encoder/nodes';
import { createRandom } from '../../models/random';
import type { Vocabulary } from '../../models/text/vocabulary';
import { FeatureCache } from '../caption/feature-cache';
import { ensureFeatures } from '../caption/features';
import type { SharedDetector } from '../caption/worker';
import { readSplit } from '../data/flickr8k';
import type { Lesson } from '../lesson';
import type { WorkerPool } from '../worker-pool';
import type { DetectorOptions } from './options';
import { priorLogOdds, type WordShares, wordShares } from './shares';

/** Photos of a worker's task when dev is measured. */
const CHUNK = 100;

/** A word detector that is trained, and the workers that run it. */
interface TrainedDetector extends SharedDetector {
  readonly vocabulary: Vocabulary;
  readonly pool: WorkerPool<typeof import('./worker')>;
}

/**
 * What a run learns to detect words from, and how it is measured on dev.
 * @param detector what is measured.
 */
export async function detectorLesson(
  { config, weights: measured, vocabulary, pool }: TrainedDetector,
  { encoder, views, dropImage, dropHidden }: DetectorOptions,
  workers: number,
): Promise<Lesson> {
  const { featureSize, vocabularySize } = config;
  const [train, dev] = await Promise.all([readSplit('train'), readSplit('dev')]);
  const trainViews: Float32Array[] = [];
  for (let view = 0; view < views; view++) {
    const path = await ensureFeatures(encoder, 'train', workers, view);
    trainViews.push(await readPooled(path, train.length, featureSize));
  }
  const devPath = await ensureFeatures(encoder, 'dev', workers);
  const devPooled = await readPooled(devPath, dev.length, featureSize);
  const shares = wordShares(train, vocabulary);
  const devShares = wordShares(dev, vocabulary);
  const prior = priorLogOdds(shares, vocabularySize);
  const dropout = { image: dropImage, hidden: dropHidden };
  const task = { config, prior };
  return {
    items: train.length,
    gradient(items, { weights, gradient, seed }) {
      const random = createRandom(seed);
      const pooled = new Float32Array(items.length * featureSize);
      for (const [i, item] of items.entries()) {
        const view = trainViews[Math.floor(random() * views)];
        pooled.set(view.subarray(item * featureSize, (item + 1) * featureSize), i * featureSize);
      }
      const photos = { pooled, shares: items.map((item) => shares[item]) };
      return pool.run('gradient', { ...task, ...photos, weights, gradient, seed, dropout });
    },
    async evaluate() {
      const parts = await Promise.all(
        chunks(devShares).map((part, c) => {
          const start = c * CHUNK * featureSize;
          const pooled = devPooled.slice(start, start + part.length * featureSize);
          return pool.run('evaluateLoss', { ...task, weights: measured, pooled, shares: part });
        }),
      );
      const loss = parts.reduce((sum, part) => sum + part.loss, 0) / dev.length;
      return { loss, score: -loss };
    },
  };
}

/** The mean over each photo's grid, [photos, features] flat. */
async function readPooled(
  cachePath: string,
  photos: number,
  featureSize: number,
): Promise<Float32Array> {
  const cache = await FeatureCache.open(cachePath, GRID_CELLS * featureSize);
  const pooled = new Float32Array(photos * featureSize);
  for (let photo = 0; photo < photos; photo++) {
    const grid = await cache.read(photo);
    const start = photo * featureSize;
    for (let i = 0; i < grid.length; i++) pooled[start + (i % featureSize)] += grid[i] / GRID_CELLS;
  }
  await cache.close();
  return pooled;
}

function chunks(shares: readonly WordShares[]): WordShares[][] {
  return Array.from({ length: Math.ceil(shares.length / CHUNK) }, (_, c) =>
    shares.slice(c * CHUNK, (c + 1) * CHUNK),
  );
}
