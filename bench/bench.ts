import { Command, InvalidArgumentError } from 'commander';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { readModelSettings } from '../server/env';
import { createPhotos } from './photos';
import { formatReport, formatSoak, passes, passesSoak } from './report';
import { soak } from './soak';
import { measureStages } from './stages';
import { measurePools } from './throughput';
import { withWorkerBundle } from './worker-bundle';

const SAMPLE = fileURLToPath(new URL('../public/samples/sailboat.jpg', import.meta.url));

const program = new Command('npm run bench --')
  .description('Measures how fast photos are captioned and what memory that takes.')
  .argument('[photo]', 'the picture to measure with', SAMPLE)
  .option('--soak <captions>', 'caption so many photos in a row instead, and watch memory', count)
  .option('--json', 'print one JSON object instead of a table')
  .configureOutput({ writeOut: (text) => process.stderr.write(text) })
  .parse();
const { json, soak: captions } = program.opts<{ json?: boolean; soak?: number }>();

const models = readModelSettings(process.env);
const photos = await createPhotos(program.args[0] ?? SAMPLE);
if (captions === undefined) await bench();
else await soakFor(captions);

async function bench(): Promise<void> {
  // The pools come first, while this thread holds no model that their memory could be mistaken for.
  const pools = await withWorkerBundle((worker) => measurePools(worker, models, photos));
  const report = { machine: describeMachine(), pools, stages: await measureStages(models, photos) };
  console.log(json ? JSON.stringify(report) : formatReport(report));
  process.exitCode = passes(report) ? 0 : 1;
}

async function soakFor(wanted: number): Promise<void> {
  const report = await withWorkerBundle((worker) =>
    soak(worker, models, photos.small, wanted, (done, memory) => {
      if (done % 100 === 0) console.error(`${done} captions: ${(memory / 1e6).toFixed(1)} MB`);
    }),
  );
  console.log(json ? JSON.stringify(report) : formatSoak(report));
  process.exitCode = passesSoak(report) ? 0 : 1;
}

function describeMachine(): string {
  const [{ model }, { length }] = [cpus()[0], cpus()];
  return `${length} cores, ${model.trim()}; Node ${process.versions.node}; tfjs WASM`;
}

function count(text: string): number {
  if (/^[1-9]\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number of at least 10.');
}
