import { execFileSync } from 'node:child_process';
import { Vocabulary } from '../../models/text/vocabulary';
import { type Backend, isOnGpu } from '../backend';
import { decoderConfig } from './decoder-config';
import { createLesson } from './lesson';
import type { TrainOptions } from './options';
import { createTrainingPool } from './pool';
import { createRunFolder, openRunFolder } from './run-folder';
import { readTrainingText } from './text';
import { Trainer } from './trainer';

/** Trains a caption decoder to the end, or until Ctrl-C, which leaves a checkpoint to go on from. */
export async function runCaptionTraining(task: {
  readonly run: string;
  readonly encoder: string;
  /** Another run to take the vocabulary and the first weights from. */
  readonly start?: string;
  readonly backend: Backend;
  readonly workers: number;
  readonly options: TrainOptions;
}): Promise<void> {
  const { run, encoder, options, backend, workers } = task;
  const pool = createTrainingPool(backend, workers);
  const computes = await pool.run('describeDevice', undefined);
  const device = isOnGpu(backend) ? computes : `${workers} CPU cores, ${computes}`;
  const other = task.start ? await openRunFolder(task.start) : null;
  const vocabulary =
    other?.vocabulary ?? Vocabulary.build(await readTrainingText(options.objective), options);
  const config = decoderConfig(options, vocabulary.size);
  const commit = currentCommit();
  const description = { config, options, encoder, start: task.start, device, commit };
  const checkpoint = await createRunFolder(run, description, vocabulary);
  const shares = isOnGpu(backend) ? 1 : workers;
  const trainer = new Trainer(config, options, checkpoint, pool, shares);
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

/** The project's commit, which NEGAR_COMMIT names where it came without its history. */
function currentCommit(): string {
  if (process.env.NEGAR_COMMIT) return process.env.NEGAR_COMMIT;
  try {
    const options = { cwd: import.meta.dirname, encoding: 'utf8', stdio: 'pipe' } as const;
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], options).trim();
  } catch {
    return 'unknown';
  }
}

function summary(scores: Record<string, number>): string {
  return Object.entries(scores)
    .map(([name, value]) => `${name} ${value.toFixed(2)}`)
    .join(', ');
}
