import { eq } from 'drizzle-orm';
import { items } from '../storage/schema';
import type { Database } from '../storage/storage';
import { type IndexedPicture, PictureIndex } from './picture-index';

/** What pages are searched for. */
export async function indexPictures(
  database: Database,
  collectionId: string,
): Promise<PictureIndex<IndexedPicture>> {
  const { imageHash: hash, source, alt, state } = items;
  const rows = await database
    .select({ hash, source, alt, state })
    .from(items)
    .where(eq(items.collectionId, collectionId));
  const index = new PictureIndex<IndexedPicture>();
  for (const row of rows) index.add(row);
  return index;
}
