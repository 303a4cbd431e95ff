import type { DecoderConfig } from '../../models/captioner/config';
import { decoderWeightSpecs } from '../../models/captioner/decoder';
import { FEATURE_SIZE, GRID_CELLS } from '../../models/encoder/nodes';
import { Vocabulary } from '../../models/text/vocabulary';
import { layOut } from '../../models/training/weight-vector';
import { currentCommit } from '../commit';
import { trainToEnd } from '../train-to-end';
import { Trainer } from '../trainer';
import { createWorkerPool } from '../worker-pool';
import { createLesson } from './lesson';
import type { TrainOptions } from './options';
import { createRunFolder, openRunFolder } from './run-folder';
import { readTrainingText } from './text';

/** Trains a caption decoder to the end, or until Ctrl-C, which leaves a checkpoint to go on from. */
export async function runCaptionTraining(task: {
  readonly run: string;
  readonly encoder: string;
  /** Another run to take the vocabulary and the first weights from. */
  readonly start?: string;
  readonly workers: number;
  readonly options: TrainOptions;
}): Promise<void> {
  const { run, encoder, options, workers } = task;
  const other = task.start ? await openRunFolder(task.start) : null;
  const vocabulary =
    other?.vocabulary ?? Vocabulary.build(await readTrainingText(options.objective), options);
  const config = decoderConfig(options, vocabulary);
  const description = { config, options, encoder, start: task.start, commit: currentCommit() };
  const checkpoint = await createRunFolder(run, description, vocabulary);
  const module = new URL('./worker.ts', import.meta.url);
  const pool = createWorkerPool<typeof import('./worker')>(module, workers);
  const trainer = new Trainer(layOut(decoderWeightSpecs(config)), options, checkpoint, workers);
  await trainer.prepare(await other?.checkpoint.readBest());

  const decoder = { config, weights: trainer.kept, vocabulary, pool };
  const lesson = await createLesson(decoder, trainer.weights, { encoder, options, workers });
  await trainToEnd(trainer, lesson);
  await pool.close();
}

function decoderConfig(options: TrainOptions, vocabulary: Vocabulary): DecoderConfig {
  const { cell, attention, tied, embeddingSize, hiddenSize, attentionSize } = options;
  return {
    cell,
    attention,
    tied,
    vocabularySize: vocabulary.size,
    embeddingSize,
    hiddenSize,
    attentionSize,
    featureSize: FEATURE_SIZE,
    gridCells: GRID_CELLS,
  };
}
