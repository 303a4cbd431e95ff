import { and, count, eq, getTableColumns } from 'drizzle-orm';
import { images, items } from '../storage/schema';
import type { Database } from '../storage/storage';
import { matches } from './filter';
import type { Item, ItemFilter, ItemListInput, ItemPage } from './item';
import { after, cursorOf, orderOf } from './pages';
import { thumbnailPath } from './pictures';

const { id, collectionId, name, alt, state, version, reviewer } = getTableColumns(items);
const { changedAt, confidence, warnings, presentAlt, imageHash, sortKey } = getTableColumns(items);

/** What a list shows of an item. */
export const summary = {
  id,
  collectionId,
  name,
  alt,
  state,
  version,
  reviewer,
  changedAt,
  confidence,
  warnings,
  presentAlt,
  imageHash,
  width: images.width,
  height: images.height,
};

export function toItem<T extends { imageHash: string }>(row: T): T & Pick<Item, 'thumbnail'> {
  return { ...row, thumbnail: thumbnailPath(row.imageHash) };
}

export async function listItems(database: Database, input: ItemListInput): Promise<ItemPage> {
  const { sort, limit, cursor } = input;
  const rows = await database
    .select({ ...summary, sortKey })
    .from(items)
    .innerJoin(images, eq(images.hash, items.imageHash))
    .where(and(matches(input.collectionId, input.filter), cursor ? after(sort, cursor) : undefined))
    .orderBy(...orderOf(sort))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const hasMore = rows.length > limit;
  return { items: page.map(toItem), nextCursor: hasMore ? cursorOf(sort, page[limit - 1]) : null };
}

export async function countItems(
  database: Database,
  input: { readonly collectionId: string; readonly filter: ItemFilter },
): Promise<number> {
  const [{ total }] = await database
    .select({ total: count() })
    .from(items)
    .where(matches(input.collectionId, input.filter));
  return total;
}
