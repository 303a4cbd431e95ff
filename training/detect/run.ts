import { z } from 'zod';
import {
  type DetectorConfig,
  detectorConfigSchema,
  detectorWeightSpecs,
} from '../../models/captioner/detector';
import { FEATURE_SIZE } from '../../models/encoder/nodes';
import { layOut } from '../../models/training/weight-vector';
import { readStart } from '../caption/start';
import { currentCommit } from '../commit';
import type { TrainFlags } from '../flags';
import { createRunFolder, openRunFolder } from '../run-folder';
import { trainToEnd } from '../train-to-end';
import { Trainer } from '../trainer';
import { createWorkerPool } from '../worker-pool';
import { detectorLesson } from './lesson';
import { type DetectorOptions, detectorOptionsSchema } from './options';

const runSchema = z.object({
  config: detectorConfigSchema,
  options: detectorOptionsSchema,
  /** Commit that the run was started from. */
  commit: z.string(),
});

/** Trains a word detector to the end, or until Ctrl-C. */
export async function runDetectorTraining(task: TrainFlags<DetectorOptions>): Promise<void> {
  const { run, workers, options } = task;
  const { vocabulary } = await readStart(options.captioner);
  const config: DetectorConfig = {
    featureSize: FEATURE_SIZE,
    hiddenSize: options.hiddenSize,
    vocabularySize: vocabulary.size,
  };
  const description = { config, options, commit: currentCommit() };
  const checkpoint = await createRunFolder(run, description, { vocabulary });
  const trainer = new Trainer(layOut(detectorWeightSpecs(config)), options, checkpoint, workers);
  await trainer.prepare();
  const module = new URL('./worker.ts', import.meta.url);
  const pool = createWorkerPool<typeof import('./worker')>(module, workers);
  const detector = { config, weights: trainer.kept, vocabulary, pool };
  await trainToEnd(trainer, await detectorLesson(detector, options, workers));
  await pool.close();
}

/** What a training run of a word detector left on disk. */
export async function openDetectorRun(run: string) {
  const { description, checkpoint, vocabulary } = await openRunFolder(run, runSchema);
  return { ...description, checkpoint, vocabulary: await vocabulary('vocabulary') };
}
