import type { ServerSettings } from '../env';
import { FETCH_SECONDS, type Fetcher } from '../fetch/fetcher';
import type { Inference } from '../inference/inference';
import { lazily } from '../inference/lazily';
import type { Workspace } from '../storage/storage';
import { findLost } from './change-jobs';
import type { Chunk } from './chunks';
import { ChunkQueue } from './queue';
import { Runner, TICKET_SECONDS } from './runner';

/** Takes what is to be worked on. */
export interface Jobs {
  /** Puts chunks in the queue. */
  send(chunks: readonly Chunk[]): Promise<void>;
}

interface Parts {
  readonly settings: Pick<ServerSettings, 'NEGAR_JOBS' | 'NEGAR_DEADLINE_SECONDS'>;
  readonly workspace: Workspace;
  readonly inference: Inference;
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  onError(error: unknown): void;
}

/** The queue of a process and the lanes that work on it; both start when they are first needed. */
export class JobService implements Jobs {
  private queue: ChunkQueue | undefined;
  private runner: Runner | undefined;

  constructor(private readonly parts: Parts) {}

  /** Starts work on whatever waits, also on what a process left that died. */
  readonly open = lazily(async () => {
    const { settings, workspace, onError } = this.parts;
    const storage = await workspace.open();
    const { kind, database } = storage;
    // Fetching may wait for other requests to the same host once.
    const seconds = TICKET_SECONDS + FETCH_SECONDS * 1.25 + settings.NEGAR_DEADLINE_SECONDS;
    const queue = new ChunkQueue(storage, Math.ceil(seconds), onError);
    try {
      await queue.start();
      await queue.send(await findLost(database, kind));
    } catch (error) {
      onError(error);
      throw error;
    }
    this.queue = queue;
    this.runner = new Runner({ ...this.parts, database, queue, lanes: settings.NEGAR_JOBS });
    this.runner.start();
    return queue;
  });

  async send(chunks: readonly Chunk[]): Promise<void> {
    const queue = await this.open();
    await queue.send(chunks);
    this.runner?.wake();
  }

  /** Begins nothing more, and waits for what is begun. */
  async close(): Promise<void> {
    await this.runner?.stop();
    await this.queue?.stop();
  }
}
