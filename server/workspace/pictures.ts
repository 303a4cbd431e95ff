import { eq } from 'drizzle-orm';
import { images, originals } from '../storage/schema';
import type { Database } from '../storage/storage';
import { noPicture } from './missing';

/** A file as it is served. */
export interface PictureFile {
  readonly bytes: Uint8Array;
  readonly type: string;
}

const FOLDER = '/api/pictures';

export function thumbnailPath(hash: string): string {
  return `${FOLDER}/thumbnail/${hash}`;
}

export function originalPath(hash: string): string {
  return `${FOLDER}/original/${hash}`;
}

/** @throws {NegarError} RECORD_NOT_FOUND. */
export async function readThumbnail(database: Database, hash: string): Promise<PictureFile> {
  const [row] = await database
    .select({ bytes: images.thumbnail })
    .from(images)
    .where(eq(images.hash, hash));
  if (!row) throw noPicture();
  return { bytes: row.bytes, type: 'image/webp' };
}

/** @throws {NegarError} RECORD_NOT_FOUND, also where the file was not kept. */
export async function readOriginal(database: Database, hash: string): Promise<PictureFile> {
  const [row] = await database
    .select({ bytes: originals.bytes, type: images.type })
    .from(originals)
    .innerJoin(images, eq(images.hash, originals.hash))
    .where(eq(originals.hash, hash));
  if (!row) throw noPicture();
  return row;
}
