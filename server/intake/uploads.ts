import { and, eq, lt, sql } from 'drizzle-orm';
import { NegarError } from '../../models/errors';
import { uploadParts, uploads } from '../storage/schema';
import type { Database } from '../storage/storage';
import type { Ranges } from './ranges';

/**
 * Archives that are larger than one request may be arrive in parts, which wait in the database until
 * the archive is read. No more than a part is in memory at a time.
 */

/** Largest archive: 1 GB. */
export const MAX_ARCHIVE_BYTES = 1024 ** 3;
/** Every part but the last one has so many bytes: 8 MB. */
export const PART_BYTES = 8 * 1024 * 1024;
/** What is not finished by then is deleted when the next upload begins. */
const KEPT_HOURS = 24;

export interface NewUpload {
  readonly name: string;
  readonly byteCount: number;
}

/** @returns its id, and how many parts to send. */
export async function beginUpload(
  database: Database,
  upload: NewUpload,
): Promise<{ id: string; parts: number }> {
  const limit = sql`now() - make_interval(hours => ${KEPT_HOURS})`;
  await database.delete(uploads).where(lt(uploads.createdAt, limit));
  const [{ id }] = await database.insert(uploads).values(upload).returning({ id: uploads.id });
  return { id, parts: partsOf(upload.byteCount) };
}

/**
 * Keeps a part; the same one may come again.
 * @param part.number from 0.
 * @throws {NegarError} RECORD_NOT_FOUND, UPLOAD_INCOMPLETE when it is not as large as it must be.
 */
export async function storePart(
  database: Database,
  { upload, number, bytes }: { upload: string; number: number; bytes: Uint8Array },
): Promise<void> {
  const { byteCount } = await readUpload(database, upload);
  const expected = Math.min(PART_BYTES, byteCount - number * PART_BYTES);
  if (bytes.byteLength !== expected) {
    throw new NegarError(
      'UPLOAD_INCOMPLETE',
      `Part ${number} has ${bytes.byteLength} bytes instead of ${Math.max(0, expected)}. Send parts of ${PART_BYTES} bytes, numbered from 0; only the last one is smaller.`,
    );
  }
  await database
    .insert(uploadParts)
    .values({ uploadId: upload, number, bytes })
    .onConflictDoUpdate({ target: [uploadParts.uploadId, uploadParts.number], set: { bytes } });
}

/** The whole archive. @throws {NegarError} RECORD_NOT_FOUND, UPLOAD_INCOMPLETE when parts are missing. */
export async function openUpload(
  database: Database,
  upload: string,
): Promise<{ name: string; content: Ranges }> {
  const { name, byteCount } = await readUpload(database, upload);
  const parts = partsOf(byteCount);
  const there = await database.$count(uploadParts, eq(uploadParts.uploadId, upload));
  if (there < parts) {
    throw new NegarError(
      'UPLOAD_INCOMPLETE',
      `Only ${there} of the ${parts} parts have arrived. Send the others.`,
    );
  }
  return { name, content: new StoredRanges(database, upload, byteCount) };
}

export async function deleteUpload(database: Database, upload: string): Promise<void> {
  await database.delete(uploads).where(eq(uploads.id, upload));
}

/** Reads ranges from the parts and keeps the last one at hand. */
class StoredRanges implements Ranges {
  private last: { readonly number: number; readonly bytes: Uint8Array } | undefined;

  constructor(
    private readonly database: Database,
    private readonly upload: string,
    readonly size: number,
  ) {}

  async *read(start: number, end: number): AsyncGenerator<Uint8Array> {
    for (let from = start; from < end;) {
      const number = Math.floor(from / PART_BYTES);
      const bytes = await this.part(number);
      const offset = from - number * PART_BYTES;
      const piece = bytes.subarray(offset, offset + (end - from));
      if (piece.byteLength === 0) return;
      yield piece;
      from += piece.byteLength;
    }
  }

  private async part(number: number): Promise<Uint8Array> {
    if (this.last?.number === number) return this.last.bytes;
    const [row] = await this.database
      .select({ bytes: uploadParts.bytes })
      .from(uploadParts)
      .where(and(eq(uploadParts.uploadId, this.upload), eq(uploadParts.number, number)));
    this.last = { number, bytes: row?.bytes ?? new Uint8Array() };
    return this.last.bytes;
  }
}

function partsOf(byteCount: number): number {
  return Math.ceil(byteCount / PART_BYTES);
}

async function readUpload(database: Database, id: string): Promise<NewUpload> {
  const [upload] = await database.select().from(uploads).where(eq(uploads.id, id));
  if (upload) return upload;
  throw new NegarError(
    'RECORD_NOT_FOUND',
    'There is no such upload; it may be older than a day. Begin it again.',
  );
}
