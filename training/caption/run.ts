import { execFileSync } from 'node:child_process';
import type { DecoderConfig } from '../../models/captioner/config';
import { FEATURE_SIZE, GRID_CELLS } from '../../models/encoder/nodes';
import { Vocabulary } from '../../models/text/vocabulary';
import { type CaptionedPhoto, readSplit } from '../data/flickr8k';
import { createWorkerPool } from '../worker-pool';
import { captionSplit, scoreHypotheses, splitLoss } from './dev';
import { ensureFeatures } from './features';
import type { TrainOptions } from './options';
import { createRunFolder, openRunFolder } from './run-folder';
import { Trainer } from './trainer';

/** How dev is captioned after each epoch; the shipped settings are chosen afterwards. */
const DEV_BEAM = { beamWidth: 3, lengthPenalty: 0.7 };

/** Trains a caption decoder to the end, or until Ctrl-C, which leaves a checkpoint to go on from. */
export async function runCaptionTraining(task: {
  readonly run: string;
  readonly encoder: string;
  /** Another run to take the first weights from. */
  readonly start?: string;
  readonly workers: number;
  readonly options: TrainOptions;
}): Promise<void> {
  const { run, encoder, options, workers } = task;
  const [train, dev] = await Promise.all([readSplit('train'), readSplit('dev')]);
  const vocabulary = Vocabulary.build(
    train.flatMap((photo) => photo.captions),
    options,
  );
  const trainCache = await ensureFeatures(encoder, 'train', workers);
  const devSet = { photos: dev, cachePath: await ensureFeatures(encoder, 'dev', workers) };

  const config = decoderConfig(options, vocabulary);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const description = { config, options, encoder, start: task.start, commit };
  const checkpoint = await createRunFolder(run, description, vocabulary);
  const module = new URL('./worker.ts', import.meta.url);
  const pool = createWorkerPool<typeof import('./worker')>(module, workers);
  const trainingSet = { captions: encodeCaptions(train, vocabulary), cachePath: trainCache };
  const trainer = new Trainer(config, options, trainingSet, checkpoint, pool, workers);
  const other = task.start && (await openRunFolder(task.start));
  await trainer.prepare(other ? await other.checkpoint.readBest() : undefined);
  process.once('SIGINT', () => trainer.stop());
  process.once('SIGTERM', () => trainer.stop());

  const decoder = { config, weights: trainer.weights, vocabulary, pool };
  const { best, step, seconds } = await trainer.run(async () => {
    const loss = await splitLoss(decoder, devSet);
    const hypotheses = await captionSplit(decoder, devSet, DEV_BEAM);
    const scores = { loss, ...scoreHypotheses(vocabulary, dev, hypotheses) };
    console.error(`dev: ${summary(scores)}`);
    return scores;
  });
  await pool.close();
  console.error(
    `${step} steps in ${Math.round(seconds / 60)} minutes; ` +
      `best dev CIDEr ${best.cider.toFixed(1)} after epoch ${best.epoch}`,
  );
}

function decoderConfig(options: TrainOptions, vocabulary: Vocabulary): DecoderConfig {
  const { cell, attention, embeddingSize, hiddenSize, attentionSize } = options;
  return {
    cell,
    attention,
    vocabularySize: vocabulary.size,
    embeddingSize,
    hiddenSize,
    attentionSize,
    featureSize: FEATURE_SIZE,
    gridCells: GRID_CELLS,
  };
}

function encodeCaptions(photos: readonly CaptionedPhoto[], vocabulary: Vocabulary) {
  return photos.map(({ captions }) => captions.map((words) => vocabulary.encode(words)));
}

function summary(scores: Record<string, number>): string {
  return Object.entries(scores)
    .map(([name, value]) => `${name} ${value.toFixed(name === 'loss' ? 3 : 1)}`)
    .join(', ');
}
