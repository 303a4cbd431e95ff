import { and, asc, count, desc, eq, gt, inArray, sql } from 'drizzle-orm';
import type { CaptionOptions } from '../../models/captioner/options';
import { jobItems, jobs } from '../storage/schema';
import type { Database } from '../storage/storage';
import { JOB_ITEM_STATES } from '../workspace/kinds';
import { noJob } from '../workspace/missing';
import type { Job, JobDetail, JobItemPage, JobItemsInput, JobListInput, JobPage } from './job';

type Row = typeof jobs.$inferSelect;
type Progress = Job['progress'];

/** How far back the rate of a job looks. */
const RATE_SECONDS = 30;

/** Of a job: 0 for an item that only waits, and of one that could not be imported. */
export const wasTried = gt(jobItems.attempts, 0);

/** The newest first, a page at a time. */
export async function listJobs(
  database: Database,
  { collectionId, cursor, limit }: JobListInput,
): Promise<JobPage> {
  const before =
    cursor === undefined
      ? undefined
      : sql`(${jobs.createdAt}, ${jobs.id}) < (select created_at, id from ${jobs} where id::text = ${cursor})`;
  const rows = await database
    .select()
    .from(jobs)
    .where(and(collectionId ? eq(jobs.collectionId, collectionId) : undefined, before))
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const progress = await progressOf(
    database,
    page.map(({ id }) => id),
  );
  return {
    jobs: page.map((row) => ({ ...row, progress: progress.get(row.id) ?? NO_ITEMS })),
    nextCursor: rows.length > limit ? page[limit - 1].id : null,
  };
}

/** @throws {NegarError} RECORD_NOT_FOUND. */
export async function getJob(database: Database, id: string): Promise<JobDetail> {
  const row = await readJob(database, id);
  const progress = (await progressOf(database, [id])).get(id) ?? NO_ITEMS;
  const rate = row.state === 'running' ? await rateOf(database, id) : null;
  const left = progress.waiting + progress.running;
  return { ...row, progress, rate, secondsLeft: rate ? left / rate : null };
}

/** @throws {NegarError} RECORD_NOT_FOUND. */
export async function listJobItems(
  database: Database,
  { id, state, cursor, limit }: JobItemsInput,
): Promise<JobItemPage> {
  await readJob(database, id);
  const rows = await database
    .select()
    .from(jobItems)
    .where(
      and(
        eq(jobItems.jobId, id),
        state && eq(jobItems.state, state),
        cursor === undefined ? undefined : gt(jobItems.position, cursor),
      ),
    )
    .orderBy(asc(jobItems.position))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return {
    items: page.map(({ errorCode: code, errorMessage, ...item }) => ({
      ...item,
      error: code && { code, message: errorMessage ?? '' },
      canRetry: item.state === 'failed' && item.attempts > 0,
    })),
    nextCursor: rows.length > limit ? page[limit - 1].position : null,
  };
}

/** What a job asks the model for. @throws {NegarError} RECORD_NOT_FOUND. */
export async function optionsOf(database: Database, jobId: string): Promise<CaptionOptions> {
  return (await readJob(database, jobId)).options;
}

async function readJob(database: Database, id: string): Promise<Row> {
  const [row] = await database.select().from(jobs).where(eq(jobs.id, id));
  if (!row) throw noJob();
  return row;
}

const NO_ITEMS = {
  total: 0,
  ...Object.fromEntries(JOB_ITEM_STATES.map((state) => [state, 0])),
} as Progress;

async function progressOf(
  database: Database,
  ids: readonly string[],
): Promise<Map<string, Progress>> {
  const all = new Map<string, Progress>();
  if (ids.length === 0) return all;
  const rows = await database
    .select({ jobId: jobItems.jobId, state: jobItems.state, items: count() })
    .from(jobItems)
    .where(inArray(jobItems.jobId, [...ids]))
    .groupBy(jobItems.jobId, jobItems.state);
  for (const { jobId, state, items } of rows) {
    const { [state]: _, total, ...others } = all.get(jobId) ?? NO_ITEMS;
    all.set(jobId, { ...others, total: total + items, [state]: items } as Progress);
  }
  return all;
}

/** Items a second that were tried lately; null before the first. */
async function rateOf(database: Database, jobId: string): Promise<number | null> {
  const since = sql`now() - make_interval(secs => ${RATE_SECONDS})`;
  const [{ items, seconds }] = await database
    .select({
      items: count(),
      seconds: sql`extract(epoch from now() - min(${jobItems.startedAt}))`.mapWith(Number),
    })
    .from(jobItems)
    .where(and(eq(jobItems.jobId, jobId), wasTried, sql`${jobItems.finishedAt} > ${since}`));
  return items > 0 ? items / Math.max(1, seconds) : null;
}
