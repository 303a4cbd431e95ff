import { and, eq, notExists } from 'drizzle-orm';
import type { CaptionOptions } from '../../models/captioner/options';
import { NegarError } from '../../models/errors';
import { collections, jobItems, jobs } from '../storage/schema';
import type { Database } from '../storage/storage';
import type { JobKind } from '../workspace/kinds';
import { noCollection, noJob } from '../workspace/missing';

interface NewJob {
  readonly collectionId: string;
  readonly kind: JobKind;
  readonly name: string;
  readonly options: CaptionOptions;
  readonly keepOriginals: boolean;
  readonly reviewer?: string;
}

/** @returns its id. @throws {NegarError} RECORD_NOT_FOUND when there is no such collection. */
export async function createJob(database: Database, job: NewJob): Promise<string> {
  const known = await database.$count(collections, eq(collections.id, job.collectionId));
  if (known === 0) throw noCollection();
  const [{ id }] = await database
    .insert(jobs)
    .values({ ...job, state: 'running' })
    .returning({ id: jobs.id });
  return id;
}

/**
 * Lets a job take more files, also one whose items are all done.
 * @throws {NegarError} RECORD_NOT_FOUND; JOB_FINISHED for a cancelled job, or one that is not of files.
 */
export async function reopenJob(database: Database, id: string): Promise<void> {
  const [job] = await database.select().from(jobs).where(eq(jobs.id, id));
  if (!job) throw noJob();
  if (job.kind !== 'files' || job.state === 'cancelled') {
    throw new NegarError(
      'JOB_FINISHED',
      'Files can be added to a job of files only, and not once it is cancelled. Start a new one.',
    );
  }
  await database
    .update(jobs)
    .set({ state: 'running', finishedAt: null })
    .where(and(eq(jobs.id, id), eq(jobs.state, 'done')));
}

/** Forgets a job that nothing was added to. */
export async function deleteEmptyJob(database: Database, id: string): Promise<void> {
  const items = database.select({ id: jobItems.id }).from(jobItems).where(eq(jobItems.jobId, id));
  await database.delete(jobs).where(and(eq(jobs.id, id), notExists(items)));
}
