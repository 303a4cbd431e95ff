import { and, eq, notInArray } from 'drizzle-orm';
import { NegarError } from '../../models/errors';
import type { ServedCaption } from '../inference/inference';
import {
  altTexts,
  captionRuns,
  collections,
  items,
  jobItems,
  jobs,
  spool,
} from '../storage/schema';
import type { Database } from '../storage/storage';
import { type CaptionRun, type Picture, storeOriginal, storeRun } from './caption-store';
import { draftOf } from './draft';
import { holdBatch, holdWorkspace } from './locks';
import { refreshWarnings } from './neighbours';
import { sortKeyOf } from './pages';
import { wordsOfAlt } from './revise';
import { rulesOf } from './rules';

/** What became of an item of a job. */
export interface Captioned {
  readonly jobItemId: number;
  /** Of the file. */
  readonly hash: string;
  /** The file, for where it is to be kept. */
  readonly bytes: Uint8Array;
  /** A caption that {@link findCaption} found, or a new one. */
  readonly found: CaptionRun | { readonly caption: ServedCaption; readonly picture: Picture };
}

interface Work {
  readonly jobItem: typeof jobItems.$inferSelect;
  readonly job: typeof jobs.$inferSelect;
  readonly collection: typeof collections.$inferSelect;
}

/**
 * Stores the caption of a job's item as an item of the collection, deletes the file that waited for
 * it, and marks the job's item as done: all of it or nothing, and once, however often it is called.
 * @returns the item, or undefined if there is one already, or the job's item is gone or cancelled.
 * @throws {NegarError} RECORD_NOT_FOUND if the caption that was found is deleted by now: caption anew.
 */
export async function storeItem(
  database: Database,
  { jobItemId, hash, bytes, found }: Captioned,
): Promise<number | undefined> {
  return database.transaction(async (transaction) => {
    await holdWorkspace(transaction, 'shared');
    const work = await claim(transaction, jobItemId);
    if (!work) return undefined;
    const { jobItem, job, collection } = work;
    const isNew = 'caption' in found;
    const run = isNew
      ? await storeRun(transaction, { hash, options: job.options }, found)
      : await stillThere(transaction, found);
    if (job.keepOriginals || collection.keepOriginals) {
      await storeOriginal(transaction, hash, bytes);
    }
    const id = await insertItem(transaction, { jobItem, job, run, cached: !isNew });
    await transaction.delete(spool).where(eq(spool.jobItemId, jobItemId));
    await transaction
      .update(jobItems)
      .set({ state: 'done', errorCode: null, errorMessage: null, finishedAt: new Date() })
      .where(eq(jobItems.id, jobItemId));
    return id;
  });
}

/** The work that is to be stored; nobody else stores it until the transaction ends. */
async function claim(transaction: Database, jobItemId: number): Promise<Work | undefined> {
  const [jobItem] = await transaction
    .select()
    .from(jobItems)
    .where(and(eq(jobItems.id, jobItemId), notInArray(jobItems.state, ['done', 'cancelled'])))
    .for('update');
  if (!jobItem) return undefined;
  const [{ job, collection }] = await transaction
    .select({ job: jobs, collection: collections })
    .from(jobs)
    .innerJoin(collections, eq(collections.id, jobs.collectionId))
    .where(eq(jobs.id, jobItem.jobId));
  return { jobItem, job, collection };
}

async function stillThere(transaction: Database, { id }: CaptionRun): Promise<CaptionRun> {
  const [run] = await transaction.select().from(captionRuns).where(eq(captionRuns.id, id));
  if (run) return run;
  throw new NegarError('RECORD_NOT_FOUND', 'The caption was deleted. Caption the picture anew.');
}

async function insertItem(
  transaction: Database,
  {
    jobItem,
    job,
    run,
    cached,
  }: Pick<Work, 'jobItem' | 'job'> & { run: CaptionRun; cached: boolean },
): Promise<number> {
  const rules = await rulesOf(transaction, job.collectionId);
  await holdBatch(transaction, job.id);
  const { name, source, presentAlt, context, position } = jobItem;
  const first = { version: 1, state: 'draft' as const };
  const alt = draftOf(run, rules);
  const [item] = await transaction
    .insert(items)
    .values({
      ...first,
      ...wordsOfAlt(jobItem, alt),
      collectionId: job.collectionId,
      imageHash: run.imageHash,
      runId: run.id,
      cached,
      jobItemId: jobItem.id,
      batch: job.id,
      position,
      name,
      sortKey: sortKeyOf(name),
      source,
      presentAlt,
      context,
      confidence: run.confidence,
      warnings: [],
    })
    .returning();
  await transaction
    .insert(altTexts)
    .values({ ...first, itemId: item.id, parent: null, action: 'caption', text: alt });
  await refreshWarnings(transaction, item, rules);
  return item.id;
}
