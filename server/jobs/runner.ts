import { setTimeout } from 'node:timers/promises';
import { claimItem, finishJob, releaseClaims } from './claims';
import type { ChunkQueue, Ticket } from './queue';
import { type Tools, workOn } from './work';

/** Between two looks at an empty queue, unless woken. */
const IDLE_MS = 1_000;
/** After something failed that is not the fault of an item. */
const PAUSE_MS = 1_000;
/** Items of a ticket are begun for so long; those that are left get another ticket. */
export const TICKET_SECONDS = 5;

interface Parts extends Tools {
  readonly queue: ChunkQueue;
  /** Items at a time. */
  readonly lanes: number;
  onError(error: unknown): void;
}

/** Takes tickets from the queue and works on their items, in several lanes, until it is stopped. */
export class Runner {
  private readonly stopping = new AbortController();
  private waking = new AbortController();
  private running: Promise<unknown> | undefined;

  constructor(private readonly parts: Parts) {}

  start(): void {
    const lanes = Array.from({ length: this.parts.lanes }, () => this.runLane());
    this.running = Promise.all(lanes);
  }

  /** Looks at the queue at once. */
  wake(): void {
    this.waking.abort();
    this.waking = new AbortController();
  }

  /** Begins no more items, and waits for those that are begun. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
  }

  private async runLane(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        if (!(await this.takeTicket())) await this.pause(IDLE_MS);
      } catch (error) {
        this.parts.onError(error);
        await this.pause(PAUSE_MS);
      }
    }
  }

  /** @returns whether to look for the next one at once. */
  private async takeTicket(): Promise<boolean> {
    const { queue } = this.parts;
    const { signal } = this.waking;
    const ticket = await queue.fetch();
    if (!ticket) return signal.aborted;
    const isLeft = await this.workOnChunk(ticket);
    if (isLeft) await queue.send([ticket]);
    await queue.giveBack(ticket);
    return true;
  }

  /** @returns whether items of the chunk may be left. */
  private async workOnChunk(ticket: Ticket): Promise<boolean> {
    const { database } = this.parts;
    await releaseClaims(database, ticket);
    const until = Date.now() + TICKET_SECONDS * 1000;
    while (Date.now() < until && !this.stopping.signal.aborted) {
      const item = await claimItem(database, ticket);
      if (!item) {
        await finishJob(database, ticket.jobId);
        return false;
      }
      if (!(await workOn(this.parts, item))) {
        await this.pause(PAUSE_MS);
      }
    }
    return true;
  }

  private async pause(milliseconds: number): Promise<void> {
    const signal = AbortSignal.any([this.stopping.signal, this.waking.signal]);
    await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
  }
}
