import { eq, max } from 'drizzle-orm';
import { type BadRow, type Found, type FoundPicture, isBad } from '../intake/found';
import { jobItems, jobs, spool } from '../storage/schema';
import type { Database } from '../storage/storage';
import { hashOf } from '../workspace/caption-store';
import { noJob } from '../workspace/missing';
import { type Chunk, chunkOf } from './chunks';
import { finishJob } from './claims';
import { failure } from './failure';

/** Rows that are stored at a time, and bytes of files after which no more are added to those. */
const BATCH_ROWS = 500;
const BATCH_BYTES = 16 * 1024 * 1024;
/** Bad rows that are told at once; `jobs.items` lists all. */
const MAX_TOLD = 1000;

/** What an import added to a job. */
export interface Added {
  /** Pictures that wait for their caption now. */
  added: number;
  /** Pictures that the job has already. */
  known: number;
  /** Rows that could not be imported. */
  bad: number;
  /** The first of those. */
  readonly badRows: BadRow[];
}

/**
 * Adds to a job what an import finds, a batch at a time; what cannot be imported becomes a failed item.
 * Adding the same things again changes nothing.
 * @param send is given the chunks of each batch once it is stored.
 * @throws {NegarError} RECORD_NOT_FOUND; what the import throws, which leaves what was added before.
 */
export async function addItems(
  database: Database,
  jobId: string,
  found: AsyncIterable<Found> | Iterable<Found>,
  send: (chunks: readonly Chunk[]) => Promise<void>,
): Promise<Added> {
  const sum: Added = { added: 0, known: 0, bad: 0, badRows: [] };
  let batch: Found[] = [];
  let bytes = 0;
  const store = async () => {
    await send(await storeBatch(database, jobId, batch, sum));
    batch = [];
    bytes = 0;
  };
  for await (const one of found) {
    batch.push(one);
    if (!isBad(one)) bytes += one.bytes?.byteLength ?? 0;
    if (batch.length >= BATCH_ROWS || bytes >= BATCH_BYTES) await store();
  }
  await store();
  await finishJob(database, jobId);
  return sum;
}

async function storeBatch(
  database: Database,
  jobId: string,
  batch: readonly Found[],
  sum: Added,
): Promise<Chunk[]> {
  if (batch.length === 0) return [];
  const numbers = await database.transaction(async (transaction) => {
    const start = await nextPosition(transaction, jobId);
    const rows = batch.map((one, i) => ({ ...rowOf(one), jobId, position: start + i }));
    const added = await transaction
      .insert(jobItems)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id: jobItems.id, position: jobItems.position });
    const files = added.flatMap(({ id, position }) => {
      const one = batch[position - start];
      return !isBad(one) && one.bytes ? [{ jobItemId: id, bytes: one.bytes }] : [];
    });
    if (files.length > 0) await transaction.insert(spool).values(files);
    count(sum, batch, new Set(added.map(({ position }) => position - start)));
    const good = added.filter(({ position }) => !isBad(batch[position - start]));
    return new Set(good.map(({ position }) => chunkOf(position)));
  });
  return [...numbers].map((number) => ({ jobId, number }));
}

/** The first free place of a job, to which nobody else adds until the transaction ends. */
async function nextPosition(transaction: Database, jobId: string): Promise<number> {
  const [job] = await transaction
    .update(jobs)
    .set({ finishedAt: null })
    .where(eq(jobs.id, jobId))
    .returning({ id: jobs.id });
  if (!job) throw noJob();
  const [{ last }] = await transaction
    .select({ last: max(jobItems.position) })
    .from(jobItems)
    .where(eq(jobItems.jobId, jobId));
  return (last ?? -1) + 1;
}

function rowOf(found: Found) {
  const { name, source } = found;
  const about = { key: keyOf(found), name, source };
  if (!isBad(found)) {
    return { ...about, presentAlt: found.presentAlt ?? null, context: found.context ?? null };
  }
  return { ...about, ...failure(found.error) };
}

/** The same for the same thing, imported again. */
function keyOf(found: Found): string {
  const { row, source } = found;
  if (isBad(found)) return `bad:${row}:${JSON.stringify(source)}`;
  if (source.kind === 'file') return `file:${source.path}:${hashOf(bytesOf(found))}`;
  return `row:${row}`;
}

function bytesOf({ bytes }: FoundPicture): Uint8Array {
  return bytes ?? new Uint8Array();
}

function count(sum: Added, batch: readonly Found[], added: ReadonlySet<number>): void {
  for (const [i, one] of batch.entries()) {
    if (isBad(one)) {
      sum.bad++;
      if (sum.badRows.length < MAX_TOLD) sum.badRows.push(one);
    } else if (added.has(i)) sum.added++;
    else sum.known++;
  }
}
