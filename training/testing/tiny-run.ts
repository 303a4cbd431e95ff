import type { DecoderConfig } from '../../models/captioner/config';
import { type TrainOptions, trainOptionsSchema } from '../caption/options';
import type { TrainingPhotos } from '../caption/objectives/teacher-forcing';
import { caption, describeDevice, evaluateLoss, gradient, rollout } from '../caption/worker';
import type { TrainingPool } from '../caption/pool';
import { syntheticPhotos } from './synthetic-photos';
import { temporaryFolder } from './temporary-folder';

/** The training workers' functions, run in this thread. */
export function inProcessPool(): TrainingPool {
  const functions = { caption, describeDevice, evaluateLoss, gradient, rollout };
  return {
    run: (name, task) => functions[name](task as never) as never,
    close: () => Promise.resolve(),
  };
}

/** Seeded features and captions of some photos; the captions have 1 to 5 words. */
export async function tinyTrainingSet(
  config: DecoderConfig,
  photos: number,
): Promise<TrainingPhotos> {
  const folder = await temporaryFolder();
  return syntheticPhotos(folder, config, { photos, captions: 2, words: [1, 5] });
}

/** Options of a run of a few steps. */
export function tinyOptions(changes: Partial<TrainOptions> = {}): TrainOptions {
  return trainOptionsSchema.parse({ epochs: 3, batch: 3, warmup: 2, ...changes });
}
