import * as tf from '@tensorflow/tfjs-core';
import { parentPort, threadId, workerData } from 'node:worker_threads';
import { throwIfCancelled, toNegarError } from '../../models/errors';
import type { ModelSettings } from '../env';
import { decodeImage } from '../image/decode';
import { useWasmBackend } from './backend';
import { markStarted, signalOf } from './cancellation';
import type { Job, JobOutcome, WorkerNews } from './job';
import { type LoadedCaptioner, loadConfiguredCaptioner } from './load-captioner';

/** A thread of the pool: loads the model once, warms it up, and captions one photo at a time. */

const RETRY_AFTER_MS = 5_000;

/** A grey picture to warm up with. */
const BLANK = { width: 224, height: 224, data: new Uint8Array(224 * 224 * 3).fill(128) };

let loading: Promise<LoadedCaptioner> | undefined;

void load().catch(() => undefined);

/** Runs one job. Errors come back as a value, so that a rejection always means a crash. */
export default async function run(job: Job): Promise<JobOutcome> {
  try {
    return { caption: await caption(job), usage: { thread: threadId, ...tensorsInUse() } };
  } catch (error) {
    const { code, message } = toNegarError(error);
    return { error: { code, message } };
  } finally {
    job.words?.close();
  }
}

async function caption({ photo, options, words, flags, queuedAt }: Job) {
  markStarted(flags);
  const queue = Date.now() - queuedAt;
  const signal = signalOf(flags);
  const { captioner } = await load();
  throwIfCancelled(signal);
  const started = performance.now();
  const image = await decodeImage(photo, { signal });
  const decoded = performance.now() - started;
  const result = words
    ? await captioner.stream(image, (word) => words.postMessage(word), { ...options, signal })
    : await captioner.caption(image, { ...options, signal });
  const { timings } = result;
  const total = timings.total + decoded + queue;
  return { ...result, timings: { ...timings, queue, image: decoded, total } };
}

/** Loads the model once; a load that fails is tried again, by the next job or after a while. */
function load(): Promise<LoadedCaptioner> {
  loading ??= loadAndWarmUp().catch((error: unknown) => {
    loading = undefined;
    const { code, message } = toNegarError(error);
    tell({ kind: 'failed', code, message });
    setTimeout(() => void load().catch(() => undefined), RETRY_AFTER_MS);
    throw error;
  });
  return loading;
}

async function loadAndWarmUp(): Promise<LoadedCaptioner> {
  const started = performance.now();
  await useWasmBackend();
  const loaded = await loadConfiguredCaptioner(workerData as ModelSettings);
  await loaded.captioner.caption(BLANK);
  const duration = performance.now() - started;
  tell({ kind: 'ready', thread: threadId, manifest: loaded.manifest, duration });
  return loaded;
}

function tell(news: WorkerNews): void {
  parentPort?.postMessage(news);
}

function tensorsInUse() {
  return { tensors: tf.memory().numTensors };
}
