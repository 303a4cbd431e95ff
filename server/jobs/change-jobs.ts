import { and, eq, inArray, sql } from 'drizzle-orm';
import { NegarError } from '../../models/errors';
import { jobItems, jobs, spool } from '../storage/schema';
import type { Database, Storage } from '../storage/storage';
import type { JobState } from '../workspace/kinds';
import { noJob } from '../workspace/missing';
import { type Chunk, CHUNK_SIZE } from './chunks';
import { finishJob } from './claims';
import { wasTried } from './read-jobs';

/** Begins no more items of a job. @throws {NegarError} RECORD_NOT_FOUND, JOB_FINISHED. */
export async function pauseJob(database: Database, id: string): Promise<void> {
  await changeState(database, id, { from: ['running', 'paused'], to: 'paused' });
}

/**
 * Goes on with a paused job.
 * @returns the chunks to send.
 * @throws {NegarError} RECORD_NOT_FOUND, JOB_FINISHED.
 */
export async function resumeJob(database: Database, id: string): Promise<Chunk[]> {
  await changeState(database, id, { from: ['running', 'paused'], to: 'running' });
  return waitingChunks(database, id);
}

/**
 * Ends a job: what is captioned stays, what waits is cancelled, and its files are deleted.
 * @throws {NegarError} RECORD_NOT_FOUND, JOB_FINISHED.
 */
export async function cancelJob(database: Database, id: string): Promise<void> {
  await database.transaction(async (transaction) => {
    await changeState(transaction, id, { from: ['running', 'paused'], to: 'cancelled' });
    await transaction
      .update(jobItems)
      .set({ state: 'cancelled', finishedAt: new Date() })
      .where(and(eq(jobItems.jobId, id), inArray(jobItems.state, ['waiting', 'running'])));
    const items = transaction
      .select({ id: jobItems.id })
      .from(jobItems)
      .where(eq(jobItems.jobId, id));
    await transaction.delete(spool).where(inArray(spool.jobItemId, items));
  });
}

/**
 * Tries the failed items of a job again, but those that could not be imported.
 * @returns the chunks to send.
 * @throws {NegarError} RECORD_NOT_FOUND; JOB_FINISHED for a cancelled job.
 */
export async function retryFailed(database: Database, id: string): Promise<Chunk[]> {
  await database.transaction(async (transaction) => {
    const failed = and(eq(jobItems.jobId, id), eq(jobItems.state, 'failed'), wasTried);
    await changeState(transaction, id, { from: ['running', 'paused', 'done'], to: 'running' });
    await transaction
      .update(jobItems)
      .set({ state: 'waiting', attempts: 0, errorCode: null, errorMessage: null, finishedAt: null })
      .where(failed);
    await finishJob(transaction, id);
  });
  return waitingChunks(database, id);
}

/**
 * Finds what no ticket may be there for: of running jobs the chunks with items that wait. In a
 * database of one process, items that are being worked on were left by a process that died.
 */
export async function findLost(database: Database, kind: Storage['kind']): Promise<Chunk[]> {
  if (kind === 'pglite') {
    await database.update(jobItems).set({ state: 'waiting' }).where(eq(jobItems.state, 'running'));
  }
  return waitingChunks(database);
}

/** The chunks of running jobs, or of one, that have items that wait. */
async function waitingChunks(database: Database, jobId?: string): Promise<Chunk[]> {
  const number = sql<number>`${jobItems.position} / ${sql.raw(String(CHUNK_SIZE))}`;
  return database
    .selectDistinct({ jobId: jobItems.jobId, number })
    .from(jobItems)
    .innerJoin(jobs, eq(jobs.id, jobItems.jobId))
    .where(
      and(
        eq(jobs.state, 'running'),
        eq(jobItems.state, 'waiting'),
        jobId === undefined ? undefined : eq(jobs.id, jobId),
      ),
    );
}

async function changeState(
  database: Database,
  id: string,
  { from, to }: { readonly from: readonly JobState[]; readonly to: JobState },
): Promise<void> {
  const changed = await database
    .update(jobs)
    .set({ state: to, finishedAt: to === 'cancelled' ? new Date() : null })
    .where(and(eq(jobs.id, id), inArray(jobs.state, [...from])))
    .returning({ id: jobs.id });
  if (changed.length > 0) return;
  const isThere = (await database.$count(jobs, eq(jobs.id, id))) > 0;
  if (!isThere) throw noJob();
  throw new NegarError('JOB_FINISHED', 'The job is finished or cancelled. Start a new one.');
}
