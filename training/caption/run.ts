import { decoderWeightSpecs } from '../../models/captioner/decoder';
import { Vocabulary } from '../../models/text/vocabulary';
import { layOut } from '../../models/training/weight-vector';
import { type Backend, isOnGpu } from '../backend';
import { currentCommit } from '../commit';
import { trainToEnd } from '../train-to-end';
import { Trainer } from '../trainer';
import { decoderConfig } from './decoder-config';
import { createLesson } from './lesson';
import type { TrainOptions } from './options';
import { createTrainingPool } from './pool';
import { createRunFolder } from './run-folder';
import { readStart } from './start';
import { readTrainingText } from './text';

/** Trains a caption decoder to the end, or until Ctrl-C, which leaves a checkpoint to go on from. */
export async function runCaptionTraining(task: {
  readonly run: string;
  readonly encoder: string;
  /** What to take the vocabulary and the first weights from, see `readStart`. */
  readonly start?: string;
  readonly backend: Backend;
  readonly workers: number;
  readonly options: TrainOptions;
}): Promise<void> {
  const { run, encoder, options, backend, workers } = task;
  const pool = createTrainingPool(backend, workers);
  const computes = await pool.run('describeDevice', undefined);
  const device = isOnGpu(backend) ? computes : `${workers} CPU cores, ${computes}`;
  const start = task.start ? await readStart(task.start) : null;
  const vocabulary =
    start?.vocabulary ?? Vocabulary.build(await readTrainingText(options.objective), options);
  const config = decoderConfig(options, vocabulary.size);
  const commit = currentCommit();
  const description = { config, options, encoder, start: task.start, device, commit };
  const checkpoint = await createRunFolder(run, description, vocabulary);
  const shares = isOnGpu(backend) ? 1 : workers;
  const trainer = new Trainer(layOut(decoderWeightSpecs(config)), options, checkpoint, shares);
  await trainer.prepare(start?.weights);

  const decoder = { config, weights: trainer.kept, vocabulary, pool };
  const lesson = await createLesson(decoder, trainer.weights, { encoder, options, workers });
  await trainToEnd(trainer, lesson);
  await pool.close();
}
