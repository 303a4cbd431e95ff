import type { Target } from '../../../models/sequence/languages';
import { type EngineCaption, EngineError, type EngineOptions, type EngineWord } from '../engine';
import { dropModel, isModelKept } from './model-cache';
import { arePagesKept, keepPages } from './offline';
import type { PrivateEngine, PrivateStatus } from './private-engine';
import type { News, TextResults, TextTask } from './protocol';
import { startFastest } from './start-worker';
import type { WorkerLink } from './worker-link';

/** After so long without a photo the worker ends and frees its memory. */
const IDLE_MS = 5 * 60_000;

/** Captions photos and reads texts in this browser; one for a page. */
export function createPrivateEngine(): PrivateEngine {
  return new BrowserEngine();
}

class BrowserEngine implements PrivateEngine {
  private status: PrivateStatus = { state: 'idle', loaded: 0, total: 0, offlineReady: false };
  private readonly listeners = new Set<() => void>();
  /** The worker that captions, once there is one. */
  private link?: WorkerLink;
  /** Every worker that may be alive. */
  private readonly links = new Set<WorkerLink>();
  private starting?: Promise<WorkerLink>;
  /** Settles when all work so far is done. */
  private turn: Promise<unknown> = Promise.resolve();
  private idle?: ReturnType<typeof setTimeout>;

  constructor() {
    void this.checkOffline();
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = () => this.status;

  async load(): Promise<void> {
    await this.started();
    this.rest();
  }

  async remove(): Promise<void> {
    this.stop();
    await dropModel();
    this.tell({ loaded: 0, total: 0, offlineReady: false });
  }

  caption(
    photo: Blob,
    options: EngineOptions,
    { onWord }: { onWord?(word: EngineWord): void },
    signal: AbortSignal,
  ): Promise<EngineCaption> {
    const askedAt = Date.now();
    const words = onWord !== undefined;
    return this.inTurn(signal, async (link, flag) => {
      const outcome = await link.ask(
        { kind: 'caption', photo, options, words, flag, askedAt },
        (news) => news.kind === 'word' && !signal.aborted && onWord?.(news.word),
      );
      if (outcome.kind === 'caption') return outcome.caption;
      throw outOfTurn();
    });
  }

  topic(text: string, signal: AbortSignal): Promise<TextResults['topic']> {
    return this.read({ name: 'topic' }, text, signal);
  }

  tag(text: string, signal: AbortSignal): Promise<TextResults['tag']> {
    return this.read({ name: 'tag' }, text, signal);
  }

  translate(
    text: string,
    languages: readonly Target[],
    signal: AbortSignal,
  ): Promise<TextResults['translate']> {
    return this.read({ name: 'translate', languages }, text, signal);
  }

  private read<T extends TextTask>(
    task: T,
    text: string,
    signal: AbortSignal,
  ): Promise<TextResults[T['name']]> {
    return this.inTurn(signal, async (link, flag) => {
      const request = { kind: 'text', task, text, flag } as const;
      const outcome = await link
        .ask(request, (news) => this.hear(news))
        .finally(() => this.status.state !== 'ready' && this.tell({ state: 'ready' }));
      if (outcome.kind === 'text') return outcome.result as TextResults[T['name']];
      throw outOfTurn();
    });
  }

  /** Does something in the worker once everything before is done. */
  private inTurn<T>(
    signal: AbortSignal,
    work: (link: WorkerLink, flag: Int32Array) => Promise<T>,
  ): Promise<T> {
    const result = this.turn.then(() => this.now(signal, work));
    this.turn = result.catch(() => undefined);
    return orCancelled(result, signal);
  }

  private async now<T>(
    signal: AbortSignal,
    work: (link: WorkerLink, flag: Int32Array) => Promise<T>,
  ): Promise<T> {
    if (signal.aborted) throw cancelled();
    const link = await this.started();
    const flag = createFlag();
    const cancel = () => Atomics.store(flag, 0, 1);
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel);
    try {
      return await work(link, flag);
    } finally {
      signal.removeEventListener('abort', cancel);
      if (link.isDead) this.tell({ state: 'idle' });
      this.rest();
    }
  }

  /** A worker with the model; a start that failed is tried anew by the next call. */
  private started(): Promise<WorkerLink> {
    clearTimeout(this.idle);
    if (this.link?.isDead) this.starting = undefined;
    this.starting ??= this.start().catch((error: unknown) => {
      this.starting = undefined;
      if (error instanceof EngineError) this.fail(error);
      throw error;
    });
    return this.starting;
  }

  private async start(): Promise<WorkerLink> {
    if (!globalThis.isSecureContext) {
      throw new EngineError(
        'MODEL_NOT_READY',
        'Browsers allow private mode on pages of https or localhost only. Open this page so.',
      );
    }
    this.tell({ state: 'starting', loaded: 0, total: 0, error: undefined });
    void navigator.storage.persist();
    this.links.clear();
    const { link, backend } = await startFastest({
      onLink: (started) => this.links.add(started),
      onNews: (news) => this.hear(news),
    });
    this.link = link;
    this.tell({ state: 'ready', backend });
    void keepPages().then(() => this.checkOffline());
    return link;
  }

  private hear(news: News): void {
    if (news.kind === 'downloading') {
      const { loaded, total } = news;
      this.tell({ state: 'downloading', loaded, total });
    } else if (news.kind === 'starting') this.tell({ state: 'starting' });
  }

  private fail({ code, message }: EngineError): void {
    if (code !== 'CANCELLED') this.tell({ state: 'failed', error: { code, message } });
  }

  /** Ends the worker after a while without photos. */
  private rest(): void {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => this.stop(), IDLE_MS);
  }

  private stop(): void {
    clearTimeout(this.idle);
    for (const link of this.links) link.stop(cancelled());
    this.tell({ state: 'idle' });
  }

  private async checkOffline(): Promise<void> {
    if (!globalThis.isSecureContext) return;
    const offlineReady = (await isModelKept()) && (await arePagesKept());
    this.tell({ offlineReady });
  }

  private tell(change: Partial<PrivateStatus>): void {
    this.status = { ...this.status, ...change };
    for (const listener of this.listeners) listener();
  }
}

/** A flag that the worker reads between words; without shared memory it is never seen. */
function createFlag(): Int32Array {
  const bytes = Int32Array.BYTES_PER_ELEMENT;
  return new Int32Array(
    crossOriginIsolated ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes),
  );
}

/** Fails as soon as the signal is aborted. */
function orCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = () => reject(cancelled());
    signal.addEventListener('abort', cancel, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}

function outOfTurn(): EngineError {
  return new EngineError('INTERNAL', 'The worker answered out of turn.');
}

function cancelled(): EngineError {
  return new EngineError('CANCELLED', 'The work was cancelled by the caller.');
}
