import { join } from 'node:path';
import { encodeFloat16 } from '../../models/artefact/float16';
import type { DecoderConfig } from '../../models/captioner/config';
import { createRandom } from '../../models/random';
import { UNK } from '../../models/text/vocabulary';
import type { CaptionSet } from '../../models/training/caption-batch';
import { FeatureCache } from '../caption/feature-cache';
import { type TrainOptions, trainOptionsSchema } from '../caption/options';
import type { TrainingPhotos } from '../caption/objectives/teacher-forcing';
import { caption, evaluateLoss, gradient, rollout } from '../caption/worker';
import type { WorkerPool } from '../worker-pool';
import { temporaryFolder } from './temporary-folder';

/** The training workers' functions, run in this thread. */
export function inProcessPool(): WorkerPool<typeof import('../caption/worker')> {
  const functions = { caption, evaluateLoss, gradient, rollout };
  return {
    run: (name, task) => functions[name](task as never) as never,
    close: () => Promise.resolve(),
  };
}

/** Seeded features and captions of some photos; the captions have 1 to 5 words. */
export async function tinyTrainingSet(
  { gridCells, featureSize, vocabularySize }: DecoderConfig,
  photos: number,
): Promise<TrainingPhotos> {
  const random = createRandom(17);
  const cachePath = join(await temporaryFolder(), 'train.f16');
  const cache = await FeatureCache.open(cachePath, gridCells * featureSize, 'w');
  for (let photo = 0; photo < photos; photo++) {
    const grid = Float32Array.from({ length: gridCells * featureSize }, () => 6 * random());
    await cache.write(photo, encodeFloat16(grid));
  }
  await cache.close();
  const word = () => UNK + 1 + Math.floor(random() * (vocabularySize - UNK - 1));
  const words = () => Array.from({ length: 1 + Math.floor(5 * random()) }, word);
  const captions: CaptionSet[] = Array.from({ length: photos }, () => [words(), words()]);
  return { captions, cachePaths: [cachePath] };
}

/** Options of a run of a few steps. */
export function tinyOptions(changes: Partial<TrainOptions> = {}): TrainOptions {
  return trainOptionsSchema.parse({ epochs: 3, batch: 3, warmup: 2, ...changes });
}
