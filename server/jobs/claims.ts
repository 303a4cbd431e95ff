import { and, asc, between, eq, exists, inArray, notExists, sql } from 'drizzle-orm';
import type { NegarError } from '../../models/errors';
import { jobItems, jobs, spool } from '../storage/schema';
import type { Database } from '../storage/storage';
import { CHUNK_SIZE } from './chunks';
import { failure } from './failure';
import type { Ticket } from './queue';

export type JobItem = typeof jobItems.$inferSelect;

/**
 * Takes the next item of a ticket's chunk that waits, unless its job is paused or cancelled. Nobody
 * else works on it until it is released or its ticket is lent again.
 */
export async function claimItem(
  database: Database,
  { id: ticket, jobId, number }: Ticket,
): Promise<JobItem | undefined> {
  const first = number * CHUNK_SIZE;
  const running = database
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.id, jobId), eq(jobs.state, 'running')));
  const next = database
    .select({ id: jobItems.id })
    .from(jobItems)
    .where(
      and(
        eq(jobItems.jobId, jobId),
        eq(jobItems.state, 'waiting'),
        between(jobItems.position, first, first + CHUNK_SIZE - 1),
        exists(running),
      ),
    )
    .orderBy(asc(jobItems.position))
    .limit(1)
    .for('update', { skipLocked: true });
  const [item] = await database
    .update(jobItems)
    .set({
      state: 'running',
      ticket,
      attempts: sql`${jobItems.attempts} + 1`,
      startedAt: new Date(),
    })
    .where(inArray(jobItems.id, next))
    .returning();
  return item;
}

/** Lets go of what a process that died had claimed with the same ticket. */
export async function releaseClaims(database: Database, { id }: Ticket): Promise<void> {
  await database
    .update(jobItems)
    .set({ state: 'waiting' })
    .where(and(eq(jobItems.ticket, id), eq(jobItems.state, 'running')));
}

/** Puts an item back that could not be worked on for no fault of its own. */
export async function releaseItem(database: Database, item: JobItem): Promise<void> {
  await database
    .update(jobItems)
    .set({ state: 'waiting', attempts: sql`${jobItems.attempts} - 1` })
    .where(isMine(item));
}

/** Notes why an item failed. Its file goes on waiting, for another try. */
export async function failItem(
  database: Database,
  item: JobItem,
  error: NegarError,
): Promise<void> {
  await database.update(jobItems).set(failure(error)).where(isMine(item));
}

/** Notes that a job is done, once none of its items waits or is worked on. */
export async function finishJob(database: Database, jobId: string): Promise<void> {
  const unfinished = database
    .select({ id: jobItems.id })
    .from(jobItems)
    .where(and(eq(jobItems.jobId, jobId), inArray(jobItems.state, ['waiting', 'running'])));
  await database
    .update(jobs)
    .set({ state: 'done', finishedAt: new Date() })
    .where(and(eq(jobs.id, jobId), eq(jobs.state, 'running'), notExists(unfinished)));
}

/** The file of an item that came with one. */
export async function readSpool(
  database: Database,
  { id }: JobItem,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [row] = await database
    .select({ bytes: spool.bytes })
    .from(spool)
    .where(eq(spool.jobItemId, id));
  // A copy, since small buffers share memory that cannot be moved to a worker.
  return row && new Uint8Array(row.bytes);
}

/** Whether the item is still the one that was claimed: not cancelled, and its ticket not lent again. */
function isMine({ id, ticket, attempts }: JobItem) {
  return and(
    eq(jobItems.id, id),
    eq(jobItems.state, 'running'),
    eq(jobItems.ticket, ticket!),
    eq(jobItems.attempts, attempts),
  );
}
