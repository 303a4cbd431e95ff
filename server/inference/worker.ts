import * as tf from '@tensorflow/tfjs-core';
import { parentPort, threadId, workerData } from 'node:worker_threads';
import { throwIfCancelled, toNegarError } from '../../models/errors';
import type { RgbImage } from '../../models/image';
import { recogniseFormat } from '../../models/photo/formats';
import { type Keywords, keywordsOf } from '../../models/sequence/keywords';
import type { ModelSettings } from '../env';
import { decodeImage } from '../image/decode';
import { createThumbnail } from '../image/thumbnail';
import { useWasmBackend } from './backend';
import { markStarted, signalOf } from './cancellation';
import type { CaptionedPicture, ServedCaption } from './inference';
import type { CaptionWork, Job, JobOutcome, PictureWork, Results, WorkerNews, Work } from './job';
import { lazily } from './lazily';
import { type LoadedCaptioner, loadConfiguredCaptioner } from './load-captioner';
import { loadConfiguredClassifier, loadConfiguredTagger } from './load-text-models';

/** A thread of the pool: loads the captioner once, warms it up, and does one job at a time. */

const RETRY_AFTER_MS = 5_000;

/** A grey picture to warm up with. */
const BLANK = { width: 224, height: 224, data: new Uint8Array(224 * 224 * 3).fill(128) };

const settings = workerData as ModelSettings;
const backend = useWasmBackend();

let loading: Promise<LoadedCaptioner> | undefined;

/** Models that not every server needs. */
const loadTopics = lazily(() => backend.then(() => loadConfiguredClassifier(settings)));
const loadTags = lazily(() => backend.then(() => loadConfiguredTagger(settings)));

void load().catch(() => undefined);

/** Runs one job. Errors come back as a value, so that a rejection always means a crash. */
export default async function run(job: Job): Promise<JobOutcome> {
  const { work } = job;
  try {
    markStarted(job.flags);
    return { result: await perform(job), usage: { thread: threadId, ...tensorsInUse() } };
  } catch (error) {
    const { code, message } = toNegarError(error);
    return { error: { code, message } };
  } finally {
    if (work.kind === 'caption') work.words?.close();
  }
}

async function perform({ work, flags, queuedAt }: Job): Promise<Results[Work['kind']]> {
  const signal = signalOf(flags);
  const queue = Date.now() - queuedAt;
  if (work.kind === 'caption') return (await caption(work, queue, signal)).caption;
  if (work.kind === 'picture') return picture(work, queue, signal);
  if (work.kind === 'topic') return (await loadTopics()).classify(work.text);
  const tagged = await (await loadTags()).tag(work.text, { signal });
  return { ...tagged, keywords: keywordsOf(tagged.words) };
}

async function picture(
  { photo, options }: PictureWork,
  queue: number,
  signal: AbortSignal,
): Promise<CaptionedPicture> {
  const work = { kind: 'caption', photo, options, words: null } as const;
  const { caption: captioned, image } = await caption(work, queue, signal);
  const { width, height } = image;
  const { mediaType: type } = recogniseFormat(photo);
  const thumbnail = await createThumbnail(image);
  return { caption: captioned, picture: { type, width, height, thumbnail } };
}

async function caption(
  { photo, options: { keywords, ...options }, words }: CaptionWork,
  queue: number,
  signal: AbortSignal,
): Promise<{ caption: ServedCaption; image: RgbImage }> {
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
  const captioned = {
    ...result,
    timings: { ...timings, queue, image: decoded, total },
    ...(keywords && { keywords: await keywordsIn(result.candidates[0].text) }),
  };
  return { caption: captioned, image };
}

async function keywordsIn(text: string): Promise<Keywords> {
  return keywordsOf((await (await loadTags()).tag(text)).words);
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
  await backend;
  const loaded = await loadConfiguredCaptioner(settings);
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
