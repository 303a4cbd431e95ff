import { Command } from 'commander';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startProgress } from '../../cli/progress';
import { createWorkerPool } from '../worker-pool';
import { courses, keyOf } from './plan';
import { parseResults } from './results';

const FOLDER = join('runs', 'study');
const FILE = join(FOLDER, 'results.jsonl');

const { workers, seeds } = new Command('npm run study --')
  .description(
    'Trains the three cells on the adding and the copy task over growing lags, and goes on where it ' +
      'stopped before. The results lie in runs/study; npm run study:report draws them.',
  )
  .option('--workers <n>', 'worker threads', '1')
  .option('--seeds <n>', 'repetitions, each with other weights and sequences', '1')
  .parse()
  .opts<{ workers: string; seeds: string }>();

await mkdir(FOLDER, { recursive: true });
const done = new Set(parseResults(await readFile(FILE, 'utf8').catch(() => '')).map(keyOf));
const all = courses(Number(seeds));
const threads = Number(workers);
const left = all.filter((course) => !done.has(keyOf(course)));
const pool = createWorkerPool<typeof import('./worker')>(
  new URL('./worker.ts', import.meta.url),
  threads,
);
const progress = startProgress('networks', all.length, all.length - left.length);
const queue = left.values();
await Promise.all(
  Array.from({ length: threads }, async () => {
    for (const course of queue) {
      const result = await pool.run('takeCourse', course);
      await appendFile(FILE, `${JSON.stringify(result)}\n`);
      progress.advance(1, `${keyOf(course)}: ${Math.round(100 * result.test.right)} % right`);
    }
  }),
);
progress.stop();
await pool.close();
