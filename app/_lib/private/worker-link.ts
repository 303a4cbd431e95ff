import { EngineError } from '../engine';
import type { News, Request } from './protocol';

/** How long a worker may be silent while it computes. */
const SILENCE_MS = 60_000;

/** A request is over with one of these, or fails. */
export type Outcome = Extract<News, { kind: 'ready' | 'caption' | 'text' }>;

interface Pending {
  readonly onNews: (news: News) => void;
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (error: EngineError) => void;
}

/** A worker and the one request that it works on. It is of no more use once `isDead`. */
export class WorkerLink {
  isDead = false;
  private readonly worker = startWorker();
  private pending?: Pending;
  private silence?: ReturnType<typeof setTimeout>;

  constructor() {
    this.worker.addEventListener('message', ({ data }: MessageEvent<News>) => this.hear(data));
    this.worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.stop(crashed(event.message || 'it could not be loaded'));
    });
  }

  /**
   * @param onNews is told what comes before the outcome.
   * @throws {EngineError} what the worker fails with; WORKER_CRASHED when it dies or falls silent.
   */
  ask(request: Request, onNews: (news: News) => void): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.pending = { onNews, resolve, reject };
      this.worker.postMessage(request);
      this.expectNews();
    });
  }

  /** Ends the worker; what it works on fails. */
  stop(error: EngineError): void {
    this.isDead = true;
    this.worker.terminate();
    this.finish()?.reject(error);
  }

  private hear(news: News): void {
    if (news.kind === 'ready' || news.kind === 'caption' || news.kind === 'text') {
      return this.finish()?.resolve(news);
    }
    if (news.kind === 'failed') {
      return this.finish()?.reject(new EngineError(news.code, news.message));
    }
    // A slow network is no sign of death.
    if (news.kind === 'downloading') clearTimeout(this.silence);
    else this.expectNews();
    return this.pending?.onNews(news);
  }

  private expectNews(): void {
    clearTimeout(this.silence);
    this.silence = setTimeout(() => this.stop(crashed('it fell silent')), SILENCE_MS);
  }

  private finish(): Pending | undefined {
    clearTimeout(this.silence);
    const { pending } = this;
    this.pending = undefined;
    return pending;
  }
}

function startWorker(): Worker {
  return new Worker(new URL('../../_worker/caption-worker.ts', import.meta.url), {
    type: 'module',
  });
}

function crashed(why: string): EngineError {
  return new EngineError(
    'WORKER_CRASHED',
    `What captions photos in this browser has stopped: ${why}. Try again; it starts anew.`,
  );
}
