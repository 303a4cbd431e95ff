/**
 * Measures training on photos and captions that it makes up: words learnt a second, with reading
 * features, dropout and the optimizer.
 */
import { Command, Option } from 'commander';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { decoderWeightSpecs } from '../../models/captioner/decoder';
import { layOut } from '../../models/training/weight-vector';
import { type Backend, BACKENDS, isOnGpu } from '../backend';
import { decoderConfig } from '../caption/decoder-config';
import { learnBy } from '../caption/objectives/objective';
import { teacherForcing } from '../caption/objectives/teacher-forcing';
import { trainOptionsSchema } from '../caption/options';
import { createTrainingPool } from '../caption/pool';
import { Checkpoint } from '../checkpoint';
import { Trainer } from '../trainer';
import { LIKE_FLICKR8K, syntheticPhotos, VOCABULARY_SIZE } from '../testing/synthetic-photos';

const program = new Command('throughput')
  .addOption(new Option('--backend <name>').choices(BACKENDS).default('wasm'))
  .option('--workers <n>', 'threads that share a step on WASM', String(availableParallelism()))
  .option('--batch <n>', 'photos a step', '24')
  .option('--steps <n>', 'steps that are measured, after as many that are not', '10')
  .option('--hidden-size <n>', 'sizes of the decoder', '384')
  .option('--embedding-size <n>', '', '256')
  .option('--attention-size <n>', '', '256')
  .parse();
const { backend, workers, steps, ...flags } = program.opts<
  Record<string, string> & { backend: Backend }
>();
const shares = isOnGpu(backend) ? 1 : Number(workers);
const options = trainOptionsSchema.parse({ ...flags, epochs: 2 });
const config = decoderConfig(options, VOCABULARY_SIZE);

const folder = await mkdtemp(join(tmpdir(), 'negar-throughput-'));
const pool = createTrainingPool(backend, shares);
try {
  const device = await pool.run('describeDevice', undefined);
  const photos = options.batch * Number(steps);
  const set = await syntheticPhotos(folder, config, { photos, ...LIKE_FLICKR8K });
  const trainer = new Trainer(
    layOut(decoderWeightSpecs(config)),
    options,
    new Checkpoint(folder),
    shares,
  );
  await trainer.prepare();
  await trainer.run({
    ...learnBy(teacherForcing(set), { config, options, pool }),
    evaluate: () => Promise.resolve({ score: 0 }),
  });

  const log = await readFile(join(folder, 'log.jsonl'), 'utf8');
  const entries = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry);
  const [warmedUp, done] = entries.filter(({ epoch }) => epoch).map(({ seconds }) => seconds!);
  const words = set.captions.flat().reduce((sum, caption) => sum + caption.length + 1, 0);
  const tokensPerSecond = Math.round(words / (done - warmedUp));
  console.log(JSON.stringify({ device, workers: shares, batch: options.batch, tokensPerSecond }));
} finally {
  await pool.close();
  await rm(folder, { recursive: true });
}

interface Entry {
  readonly epoch?: number;
  readonly seconds?: number;
}
