import { Piscina } from 'piscina';
import { setMaxListeners } from 'node:events';
import type { MessagePort } from 'node:worker_threads';
import type { CaptionerManifest } from '../../models/artefact/manifest';
import { NegarError, throwIfCancelled } from '../../models/errors';
import type { ServerSettings } from '../env';
import { abandon } from './abandon';
import { cancel, createFlags } from './cancellation';
import {
  isInBackground,
  type Job,
  type JobOutcome,
  type Results,
  type Work,
  type WorkerNews,
  type WorkerUsage,
} from './job';
import { IN_THE_BACKGROUND, TwoQueues } from './two-queues';

export type ThreadSettings = Pick<
  ServerSettings,
  | 'NEGAR_WORKERS'
  | 'NEGAR_QUEUE'
  | 'NEGAR_DEADLINE_SECONDS'
  | 'NEGAR_MODELS'
  | 'NEGAR_ENCODER'
  | 'NEGAR_DECODER'
>;

/** What others may want to know of the threads. */
export interface ThreadObserver {
  onNews?(news: WorkerNews): void;
  /** A thread died while it had no job. */
  onCrash?(error: Error): void;
}

/**
 * Worker threads, each of which loads the models once. The queue is bounded; a job has a deadline and
 * can be cancelled while it waits and while it runs; a thread that dies is replaced.
 */
export class ModelThreads {
  private readonly threads: Piscina<Job, JobOutcome>;
  /** Manifests of the models that the threads have loaded, by thread. */
  private readonly loaded = new Map<number, CaptionerManifest>();
  private readonly shutdown = new AbortController();
  /** Jobs that may be here at once, waiting or running, beside those in the background. */
  readonly capacity: number;
  private unfinished = 0;
  /** How many of the unfinished run in the background. */
  private background = 0;

  /**
   * @param worker path of the bundled `worker.ts`.
   * @param full the error for a job that comes when the queue is full.
   */
  constructor(
    worker: string,
    private readonly settings: ThreadSettings,
    observer: ThreadObserver,
    private readonly full: () => NegarError,
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

  /** Jobs that wait for a thread. */
  get waiting(): number {
    return Math.max(0, this.unfinished - this.settings.NEGAR_WORKERS);
  }

  /** Jobs that a thread works on. */
  get running(): number {
    return this.unfinished - this.waiting;
  }

  /** Manifests of the threads whose model is loaded and warmed. */
  ready(): CaptionerManifest[] {
    return this.threads.threads.flatMap(({ threadId }) => this.loaded.get(threadId) ?? []);
  }

  /** Ends every thread; jobs that are still there fail with SHUTTING_DOWN. */
  async close(): Promise<void> {
    this.shutdown.abort();
    await this.threads.destroy();
  }

  /**
   * @throws {NegarError} QUEUE_FULL, CANCELLED, DEADLINE_EXCEEDED, SHUTTING_DOWN, WORKER_CRASHED, and
   *   what the work itself throws.
   */
  async run<K extends Work['kind']>(
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
