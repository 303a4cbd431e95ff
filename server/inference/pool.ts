import { MessageChannel } from 'node:worker_threads';
import type { CaptionerManifest } from '../../models/artefact/manifest';
import type { CaptionOptions } from '../../models/captioner/options';
import type { CaptionWord } from '../../models/captioner/result';
import { NegarError } from '../../models/errors';
import type { Target } from '../../models/sequence/languages';
import type { Inference, ServedCaption, ServedOptions, ServedStreamOptions } from './inference';
import type { CaptionWork, WorkerUsage } from './job';
import { ModelThreads, type ThreadObserver, type ThreadSettings } from './threads';

/** Weight of the newest job in the running mean of their durations. */
const NEWEST = 0.2;

/** What others may want to know of each job and each worker. */
export interface PoolObserver extends ThreadObserver {
  onCaption?(caption: ServedCaption, usage: WorkerUsage): void;
}

/** Captions photos and reads texts in worker threads. */
export class InferencePool implements Inference {
  private readonly threads: ModelThreads;
  private meanSeconds = 1;

  /** @param worker path of the bundled `worker.ts`. */
  constructor(
    worker: string,
    private readonly settings: ThreadSettings,
    private readonly observer: PoolObserver = {},
  ) {
    this.threads = new ModelThreads(worker, settings, observer, () => this.full());
  }

  caption(photo: Uint8Array<ArrayBuffer>, options: ServedOptions, signal?: AbortSignal) {
    return this.captionPhoto({ photo, options, words: null }, signal);
  }

  async captionPicture(
    photo: Uint8Array<ArrayBuffer>,
    options: CaptionOptions,
    signal?: AbortSignal,
  ) {
    const { result, usage } = await this.threads.run({ kind: 'picture', photo, options }, signal);
    this.note(result.caption, usage);
    return result;
  }

  classify(text: string, signal?: AbortSignal) {
    return this.threads.run({ kind: 'topic', text }, signal).then(({ result }) => result);
  }

  tag(text: string, signal?: AbortSignal) {
    return this.threads.run({ kind: 'tag', text }, signal).then(({ result }) => result);
  }

  translate(text: string, languages: readonly Target[], signal?: AbortSignal) {
    const work = { kind: 'translate', text, languages, inBackground: false } as const;
    return this.threads.run(work, signal).then(({ result }) => result);
  }

  translateInBackground(text: string, languages: readonly Target[], signal?: AbortSignal) {
    const work = { kind: 'translate', text, languages, inBackground: true } as const;
    return this.threads.run(work, signal).then(({ result }) => result);
  }

  keywords(texts: readonly string[], signal?: AbortSignal) {
    return this.threads.run({ kind: 'keywords', texts }, signal).then(({ result }) => result);
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
    const [manifest] = this.threads.ready();
    if (manifest) return manifest;
    throw new NegarError(
      'MODEL_NOT_READY',
      'The model is not loaded yet. Ask again in a few seconds; if that goes on, read the log.',
    );
  }

  expectedWait(): number {
    const unfinished = this.waiting + this.running;
    const rounds = Math.ceil(unfinished / this.settings.NEGAR_WORKERS);
    return Math.max(1, Math.ceil(rounds * this.meanSeconds));
  }

  /** Photos that may be here at once, waiting or captioned. */
  get capacity(): number {
    return this.threads.capacity;
  }

  /** Photos that wait for a thread. */
  get waiting(): number {
    return this.threads.waiting;
  }

  /** Photos that a thread works on. */
  get running(): number {
    return this.threads.running;
  }

  /** Threads whose model is loaded and warmed. */
  get readyWorkers(): number {
    return this.threads.ready().length;
  }

  /** Ends every thread; jobs that are still there fail with SHUTTING_DOWN. */
  close(): Promise<void> {
    return this.threads.close();
  }

  private async captionPhoto(
    work: Omit<CaptionWork, 'kind'>,
    signal: AbortSignal | undefined,
  ): Promise<ServedCaption> {
    const { result: caption, usage } = await this.threads.run({ kind: 'caption', ...work }, signal);
    this.note(caption, usage);
    return caption;
  }

  private note(caption: ServedCaption, usage: WorkerUsage): void {
    const { total, queue } = caption.timings;
    this.meanSeconds += NEWEST * ((total - queue) / 1000 - this.meanSeconds);
    this.observer.onCaption?.(caption, usage);
  }

  /** The error for a photo that comes when the queue is full. */
  full(): NegarError {
    return new NegarError(
      'QUEUE_FULL',
      `${this.settings.NEGAR_QUEUE} photos are waiting already. Try again in ${this.expectedWait()} s.`,
    );
  }
}
