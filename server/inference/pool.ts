import { Piscina } from 'piscina';
import { setMaxListeners } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { CaptionerManifest } from '../../models/artefact/manifest';
import type { CaptionOptions } from '../../models/captioner/options';
import type { CaptionWord } from '../../models/captioner/result';
import { NegarError, throwIfCancelled } from '../../models/errors';
import type { Target } from '../../models/sequence/languages';
import type { ServerSettings } from '../env';
import { abandon } from './abandon';
import { cancel, createFlags } from './cancellation';
import type { Inference, ServedCaption, ServedOptions, ServedStreamOptions } from './inference';
import {
  type CaptionWork,
  isInBackground,
  type Job,
  type JobOutcome,
  type Results,
  type WorkerNews,
  type WorkerUsage,
  type Work,
} from './job';
import { IN_THE_BACKGROUND, TwoQueues } from './two-queues';

/** Weight of the newest job in the running mean of their durations. */
const NEWEST = 0.2;

type PoolSettings = Pick<
  ServerSettings,
  | 'NEGAR_WORKERS'
  | 'NEGAR_QUEUE'
  | 'NEGAR_DEADLINE_SECONDS'
  | 'NEGAR_MODELS'
  | 'NEGAR_ENCODER'
  | 'NEGAR_DECODER'
>;

/** What others may want to know of each job and each worker. */
export interface PoolObserver {
  onCaption?(caption: ServedCaption, usage: WorkerUsage): void;
  onNews?(news: WorkerNews): void;
  /** A thread died while it had no job. */
  onCrash?(error: Error): void;
}

/**
 * Worker threads that caption photos and read texts. Each loads the model once; the queue is bounded; a job has a
 * deadline and can be cancelled while it waits and while it runs; a worker that dies is replaced.
 */
export class InferencePool implements Inference {
  private readonly threads: Piscina<Job, JobOutcome>;
  /** Manifests of the models that the threads have loaded, by thread. */
  private readonly loaded = new Map<number, CaptionerManifest>();
  private readonly shutdown = new AbortController();
  /** Photos that may be here at once, waiting or captioned. */
  readonly capacity: number;
  private unfinished = 0;
  /** How many of the unfinished run in the background. */
  private background = 0;
  private meanSeconds = 1;

  /** @param worker path of the bundled `worker.ts`. */
  constructor(
    worker: string,
    private readonly settings: PoolSettings,
    private readonly observer: PoolObserver = {},
  ) {
    const { NEGAR_MODELS, NEGAR_ENCODER, NEGAR_DECODER, NEGAR_WORKERS, NEGAR_QUEUE } = settings;
    this.capacity = NEGAR_WORKERS + NEGAR_QUEUE;
    // Every unfinished job listens.
    setMaxListeners(0, this.shutdown.signal);
    this.threads = new Piscina({
      filename: worker,
      workerData: { NEGAR_MODELS, NEGAR_ENCODER, NEGAR_DECODER },
      minThreads: NEGAR_WORKERS,
      maxThreads: NEGAR_WORKERS,
      taskQueue: new TwoQueues(),
      // Idle workers must be able to run timers.
      atomics: 'disabled',
    });
    this.threads.on('message', (news: WorkerNews) => {
      if (news.kind === 'ready') this.loaded.set(news.thread, news.manifest);
      observer.onNews?.(news);
    });
    this.threads.on('error', (error: Error) => observer.onCrash?.(error));
  }

  caption(photo: Uint8Array<ArrayBuffer>, options: ServedOptions, signal?: AbortSignal) {
    return this.captionPhoto({ photo, options, words: null }, signal);
  }

  async captionPicture(
    photo: Uint8Array<ArrayBuffer>,
    options: CaptionOptions,
    signal?: AbortSignal,
  ) {
    const { result, usage } = await this.run({ kind: 'picture', photo, options }, signal);
    this.note(result.caption, usage);
    return result;
  }

  classify(text: string, signal?: AbortSignal) {
    return this.run({ kind: 'topic', text }, signal).then(({ result }) => result);
  }

  tag(text: string, signal?: AbortSignal) {
    return this.run({ kind: 'tag', text }, signal).then(({ result }) => result);
  }

  translate(text: string, languages: readonly Target[], signal?: AbortSignal) {
    const work = { kind: 'translate', text, languages, inBackground: false } as const;
    return this.run(work, signal).then(({ result }) => result);
  }

  translateInBackground(text: string, languages: readonly Target[], signal?: AbortSignal) {
    const work = { kind: 'translate', text, languages, inBackground: true } as const;
    return this.run(work, signal).then(({ result }) => result);
  }

  keywords(texts: readonly string[], signal?: AbortSignal) {
    return this.run({ kind: 'keywords', texts }, signal).then(({ result }) => result);
  }

  async stream(
    photo: Uint8Array<ArrayBuffer>,
    onWord: (word: CaptionWord) => void,
    options: ServedStreamOptions,
    signal?: AbortSignal,
  ) {
    const { port1, port2 } = new MessageChannel();
    const closed = new Promise((resolve) => port1.once('close', resolve));
    port1.on('message', onWord);
    try {
      const caption = await this.captionPhoto({ photo, options, words: port2 }, signal);
      await closed;
      return caption;
    } finally {
      port1.close();
    }
  }

  model(): CaptionerManifest {
    const [manifest] = this.ready();
    if (manifest) return manifest;
    throw new NegarError(
      'MODEL_NOT_READY',
      'The model is not loaded yet. Ask again in a few seconds; if that goes on, read the log.',
    );
  }

  expectedWait(): number {
    const rounds = Math.ceil(this.unfinished / this.settings.NEGAR_WORKERS);
    return Math.max(1, Math.ceil(rounds * this.meanSeconds));
  }

  /** Photos that wait for a thread. */
  get waiting(): number {
    return Math.max(0, this.unfinished - this.settings.NEGAR_WORKERS);
  }

  /** Photos that a thread works on. */
  get running(): number {
    return this.unfinished - this.waiting;
  }

  /** Threads whose model is loaded and warmed. */
  get readyWorkers(): number {
    return this.ready().length;
  }

  /** Ends every thread; jobs that are still there fail with SHUTTING_DOWN. */
  async close(): Promise<void> {
    this.shutdown.abort();
    await this.threads.destroy();
  }

  private ready(): CaptionerManifest[] {
    return this.threads.threads.flatMap(({ threadId }) => this.loaded.get(threadId) ?? []);
  }

  private async captionPhoto(
    work: Omit<CaptionWork, 'kind'>,
    signal: AbortSignal | undefined,
  ): Promise<ServedCaption> {
    const { result: caption, usage } = await this.run({ kind: 'caption', ...work }, signal);
    this.note(caption, usage);
    return caption;
  }

  private note(caption: ServedCaption, usage: WorkerUsage): void {
    const { total, queue } = caption.timings;
    this.meanSeconds += NEWEST * ((total - queue) / 1000 - this.meanSeconds);
    this.observer.onCaption?.(caption, usage);
  }

  private async run<K extends Work['kind']>(
    work: Work & { readonly kind: K },
    signal: AbortSignal | undefined,
  ): Promise<{ result: Results[K]; usage: WorkerUsage }> {
    throwIfCancelled(signal);
    const isUrgent = !isInBackground(work);
    if (isUrgent && this.unfinished - this.background >= this.capacity) throw this.full();
    const job: Job = {
      work,
      flags: createFlags(),
      queuedAt: Date.now(),
      ...(!isUrgent && IN_THE_BACKGROUND),
    };
    const seconds = this.settings.NEGAR_DEADLINE_SECONDS;
    const deadline = AbortSignal.timeout(seconds * 1000);
    const ends: [AbortSignal | undefined, NegarError][] = [
      [signal, new NegarError('CANCELLED', 'The work was cancelled by the caller.')],
      [
        deadline,
        new NegarError(
          'DEADLINE_EXCEEDED',
          `The work took longer than ${seconds} s. Try again later, or with less to do.`,
        ),
      ],
      [this.shutdown.signal, new NegarError('SHUTTING_DOWN', 'The server is stopping.')],
    ];
    const outcome = await this.settle(job, ends);
    if ('error' in outcome) throw new NegarError(outcome.error.code, outcome.error.message);
    return { result: outcome.result as Results[K], usage: outcome.usage };
  }

  /** Runs a job to its end, or until one of the signals ends it with its error. */
  private async settle(
    job: Job,
    ends: readonly (readonly [AbortSignal | undefined, NegarError])[],
  ): Promise<JobOutcome> {
    const removal = new AbortController();
    const transferList = movedWith(job.work);
    const listeners = new AbortController();
    const inBackground = isInBackground(job.work) ? 1 : 0;
    this.unfinished++;
    this.background += inBackground;
    const running = this.threads.run(job, { transferList, signal: removal.signal }).finally(() => {
      this.unfinished--;
      this.background -= inBackground;
    });
    try {
      return await new Promise((resolve, reject) => {
        running.then(resolve, (cause: unknown) => reject(crashed(cause)));
        for (const [signal, error] of ends) {
          const end = () => {
            cancel(job.flags);
            void abandon(job, running, removal);
            reject(error);
          };
          signal?.addEventListener('abort', end, { once: true, signal: listeners.signal });
        }
      });
    } finally {
      listeners.abort();
    }
  }

  /** The error for a photo that comes when the queue is full. */
  full(): NegarError {
    return new NegarError(
      'QUEUE_FULL',
      `${this.settings.NEGAR_QUEUE} photos are waiting already. Try again in ${this.expectedWait()} s.`,
    );
  }
}

/** What is moved to the worker instead of copied. */
function movedWith(work: Work): (ArrayBuffer | MessagePort)[] {
  if (!('photo' in work)) return [];
  const words = work.kind === 'caption' ? work.words : null;
  return [work.photo.buffer, ...(words ? [words] : [])];
}

function crashed(cause: unknown): NegarError {
  return new NegarError(
    'WORKER_CRASHED',
    'The thread that did the work died and was replaced. Try again; if it dies again, what was sent is to blame.',
    { cause },
  );
}
