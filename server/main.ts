import next from 'next';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { readServerSettings } from './env';
import { Fetcher } from './fetch/fetcher';
import { drain } from './http/drain';
import { Gate } from './http/server';
import { InferencePool } from './inference/pool';
import { JobService } from './jobs/jobs';
import { jobErrorLogger, orExit, workerNewsLogger } from './log';
import { DescriberThread } from './metadata/describer';
import { Metrics } from './metrics';
import { setRuntime } from './runtime';
import { LazyWorkspace } from './storage/workspace';

/** The program that `npm start` runs: serves the pages and the API until it is told to stop. */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WORKER = fileURLToPath(new URL('worker.mjs', import.meta.url));
const DESCRIBER = fileURLToPath(new URL('describer.mjs', import.meta.url));

const settings = orExit(() => readServerSettings(process.env));
const { NEGAR_HOST: hostname, PORT: port } = settings;
const log = pino({ level: settings.NEGAR_LOG_LEVEL, base: undefined });
const metrics = new Metrics();
const inference = new InferencePool(WORKER, settings, {
  onCaption: (caption, usage) => metrics.countCaption(caption, usage),
  onNews: workerNewsLogger(log),
  onCrash: (error) => log.error({ message: error.message }, 'an idle worker died'),
});
metrics.watch(inference);
const workspace = new LazyWorkspace(settings, inference, log, () => process.exit(1));
const fetcher = new Fetcher();
const jobs = new JobService({
  settings,
  workspace,
  inference,
  fetcher,
  onError: jobErrorLogger(log),
});
const describer = new DescriberThread(DESCRIBER);
setRuntime({ inference, workspace, jobs, fetcher, describer, log });

const pages = next({ dev: false, dir: ROOT, hostname, port });
await pages.prepare();
const gate = new Gate({ settings, inference, metrics, log, pages: pages.getRequestHandler() });
gate.server.listen(port, hostname, () => {
  const address = gate.server.address();
  const bound = typeof address === 'object' && address ? address.port : port;
  const host = hostname.includes(':') ? `[${hostname}]` : hostname;
  const url = `http://${host}:${bound}`;
  log.info({ url }, 'listening');
  console.error(`negar: open ${url}`);
});
if (await workspace.isInUse()) jobs.open().catch(() => undefined);
gate.server.once('error', (error) => {
  log.fatal({ message: error.message }, 'cannot listen');
  process.exit(1);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));

async function stop(signal: string): Promise<void> {
  log.info({ signal }, 'stopping');
  await Promise.all([jobs.close(), drain(gate, inference)]);
  await describer.close();
  await workspace.close();
  log.info('stopped');
  process.exit(0);
}
