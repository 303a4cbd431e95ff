import { Command } from 'commander';
import { setTimeout } from 'node:timers/promises';
import { createPhoto, formOf } from './photo';
import { startServer } from './start-server';
import { build } from '../tools/build.mjs';

/** After how many captions memory is expected to stay as it is. */
const WARM_UP = 500;
const SAMPLE_EVERY = 50;
/** How long collecting garbage may take. */
const COLLECTION_MS = 500;
/** Bytes a caption: 1 MB per 1,000. */
const MAX_SLOPE = 1e6 / 1000;

const program = new Command('npm run soak --')
  .description('Captions photo after photo and fails if the memory of the server grows.')
  .option('--captions <n>', 'captions after the warm-up', '2000')
  .parse();
const captions = Number(program.opts<{ captions: string }>().captions);

if ((await build()) !== 0) process.exit(1);
const server = await startServer({
  args: ['--expose-gc', '--import', './e2e/collect-garbage.mjs', 'dist/server.mjs'],
});
const photo = await createPhoto();
const samples: { caption: number; memory: number; tensors: number }[] = [];
for (let caption = 1; caption <= WARM_UP + captions; caption++) {
  const body = formOf(photo, { seed: String(caption) });
  const answer = await fetch(`${server.url}/api/trpc/caption.create`, { method: 'POST', body });
  if (!answer.ok) throw new Error(await answer.text());
  await answer.arrayBuffer();
  if (caption < WARM_UP || caption % SAMPLE_EVERY > 0) continue;
  server.process.kill('SIGUSR2');
  await setTimeout(COLLECTION_MS);
  const memory = await server.metric('process_resident_memory_bytes');
  const tensors = await server.metric('negar_worker_tensors{thread="1"}');
  samples.push({ caption, memory, tensors });
  console.error(`${caption} captions: ${(memory / 1e6).toFixed(1)} MB, ${tensors} tensors`);
}
await server.stop();

const slope = slopeOf(samples.map(({ caption, memory }) => [caption, memory]));
const counts = new Set(samples.map(({ tensors }) => tensors));
console.log(`memory grows by ${((slope * 1000) / 1e6).toFixed(2)} MB per 1,000 captions`);
console.log(`tensors of a worker: ${[...counts].join(', ')}`);
process.exitCode = slope < MAX_SLOPE && counts.size === 1 ? 0 : 1;

/** Slope of the line through points by least squares. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
  const meanX = mean(points.map(([x]) => x));
  const meanY = mean(points.map(([, y]) => y));
  const covariance = mean(points.map(([x, y]) => (x - meanX) * (y - meanY)));
  return covariance / mean(points.map(([x]) => (x - meanX) ** 2));
}
