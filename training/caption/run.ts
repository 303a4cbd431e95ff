import { execFileSync } from 'node:child_process';
import type { DecoderConfig } from '../../models/captioner/config';
import { FEATURE_SIZE, GRID_CELLS } from '../../models/encoder/nodes';
import { Vocabulary } from '../../models/text/vocabulary';
import { createWorkerPool } from '../worker-pool';
import { createLesson } from './lesson';
import type { TrainOptions } from './options';
import { createRunFolder, openRunFolder } from './run-folder';
import { readTrainingText } from './text';
import { Trainer } from './trainer';

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
  const commit = currentCommit();
  const description = { config, options, encoder, start: task.start, commit };
  const checkpoint = await createRunFolder(run, description, vocabulary);
  const module = new URL('./worker.ts', import.meta.url);
  const pool = createWorkerPool<typeof import('./worker')>(module, workers);
  const trainer = new Trainer(config, options, checkpoint, pool, workers);
  await trainer.prepare(await other?.checkpoint.readBest());
  process.once('SIGINT', () => trainer.stop());
  process.once('SIGTERM', () => trainer.stop());

  const decoder = { config, weights: trainer.kept, vocabulary, pool };
  const { objective, evaluate } = await createLesson(decoder, trainer.weights, {
    encoder,
    options,
    workers,
  });
  const { best, step, seconds } = await trainer.run(objective, async () => {
    const scores = await evaluate();
    console.error(`dev: ${summary(scores)}`);
    return scores;
  });
  await pool.close();
  const result = best
    ? `best dev score ${best.score.toFixed(2)} after epoch ${best.epoch}`
    : 'no look at dev yet';
  console.error(`${step} steps in ${Math.round(seconds / 60)} minutes; ${result}`);
}

/** The project's commit, or "unknown" where it came without its history. */
function currentCommit(): string {
  try {
    const options = { cwd: import.meta.dirname, encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], options).trim();
  } catch {
    return 'unknown';
  }
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

function summary(scores: Record<string, number>): string {
  return Object.entries(scores)
    .map(([name, value]) => `${name} ${value.toFixed(2)}`)
    .join(', ');
}
