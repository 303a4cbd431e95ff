import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { NegarError } from '../models/errors';
import { readServerSettings, type ServerSettings } from './env';
import { Fetcher } from './fetch/fetcher';
import { InferencePool } from './inference/pool';
import { JobService } from './jobs/jobs';
import { jobErrorLogger, orExit, workerNewsLogger } from './log';
import { LazyWorkspace } from './storage/workspace';

/** The program that `npm run worker` runs: works on jobs until it is told to stop, and serves nothing. */

const WORKER = fileURLToPath(new URL('worker.mjs', import.meta.url));

const settings = orExit(readSettings);
const log = pino({ level: settings.NEGAR_LOG_LEVEL, base: undefined });
const inference = new InferencePool(WORKER, settings, {
  onNews: workerNewsLogger(log),
  onCrash: (error) => log.error({ message: error.message }, 'an idle worker died'),
});
const workspace = new LazyWorkspace(settings, inference, log, () => process.exit(1));
const fetcher = new Fetcher();
const jobs = new JobService({
  settings,
  workspace,
  inference,
  fetcher,
  onError: jobErrorLogger(log),
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));

await jobs.open().catch(() => process.exit(1));
log.info({ items: settings.NEGAR_JOBS }, 'working on jobs');

/** Finishes the items that are begun; what is left goes to other workers. */
async function stop(signal: string): Promise<void> {
  log.info({ signal }, 'stopping');
  await jobs.close();
  await inference.close();
  await workspace.close();
  log.info('stopped');
  process.exit(0);
}

function readSettings(): ServerSettings {
  const read = readServerSettings(process.env);
  if (read.DATABASE_URL !== undefined) return read;
  throw new NegarError(
    'OPTION_INVALID',
    'Set DATABASE_URL to the PostgreSQL whose jobs are to be worked on; a data folder belongs to one process, the server.',
  );
}
