import PgBoss from 'pg-boss';
import type { Storage } from '../storage/storage';
import { type Chunk, priorityOf } from './chunks';

/** A chunk that is lent to whoever fetched it, until it is given back or its time is over. */
export interface Ticket extends Chunk {
  readonly id: string;
}

const QUEUE = 'chunks';
const SCHEMA = 'negar_queue';
/** How often tickets whose time is over are looked for. */
const MAINTENANCE_SECONDS = 5;
/** Items count their own attempts; a ticket is never given up. */
const RETRIES = 1000;
const HOUR_SECONDS = 3600;

/**
 * The queue of chunks, on the database of the workspace (pg-boss). A ticket that is not given back in
 * time, since its process died, is lent again. At most one ticket of a chunk waits at a time.
 */
export class ChunkQueue {
  private readonly boss: PgBoss;

  /** @param seconds how long a ticket is lent. */
  constructor(
    private readonly storage: Pick<Storage, 'executeSql' | 'alone'>,
    private readonly seconds: number,
    onError: (error: Error) => void,
  ) {
    this.boss = new PgBoss({
      db: { executeSql: (text, values) => storage.executeSql(text, values) },
      schema: SCHEMA,
      schedule: false,
      maintenanceIntervalSeconds: MAINTENANCE_SECONDS,
      archiveCompletedAfterSeconds: HOUR_SECONDS,
      deleteAfterSeconds: HOUR_SECONDS,
    });
    this.boss.on('error', onError);
  }

  async start(): Promise<void> {
    await this.storage.alone(async () => {
      await this.boss.start();
      await this.boss.createQueue(QUEUE, { name: QUEUE, policy: 'short' });
    });
  }

  /** Adds the chunks that do not wait already. */
  async send(chunks: readonly Chunk[]): Promise<void> {
    if (chunks.length === 0) return;
    await this.boss.insert(
      chunks.map(({ jobId, number }) => ({
        name: QUEUE,
        data: { jobId, number },
        singletonKey: `${jobId}/${number}`,
        priority: priorityOf(number),
        expireInSeconds: this.seconds,
        retryLimit: RETRIES,
      })),
    );
  }

  async fetch(): Promise<Ticket | undefined> {
    const [job] = await this.boss.fetch<Chunk>(QUEUE);
    return job && { ...job.data, id: job.id };
  }

  async giveBack({ id }: Ticket): Promise<void> {
    await this.boss.complete(QUEUE, id);
  }

  async stop(): Promise<void> {
    await this.boss.stop({ graceful: false });
  }
}
