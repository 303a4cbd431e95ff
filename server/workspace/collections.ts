import { asc, count, eq, sql } from 'drizzle-orm';
import { collections, items } from '../storage/schema';
import type { Database } from '../storage/storage';
import type { Collection, CollectionStats } from './collection';
import { noCollection } from './missing';

const reviewed = sql<number>`count(*) filter (where ${items.state} in ('approved', 'decorative'))`;

/** By name. */
export async function listCollections(database: Database): Promise<Collection[]> {
  return database
    .select({
      id: collections.id,
      name: collections.name,
      keepOriginals: collections.keepOriginals,
      createdAt: collections.createdAt,
      items: count(items.id),
      reviewed: reviewed.mapWith(Number),
    })
    .from(collections)
    .leftJoin(items, eq(items.collectionId, collections.id))
    .groupBy(collections.id)
    .orderBy(asc(collections.name), asc(collections.createdAt));
}

export async function createCollection(
  database: Database,
  given: { readonly name: string; readonly keepOriginals: boolean },
): Promise<Collection> {
  const [row] = await database.insert(collections).values(given).returning();
  return { ...row, items: 0, reviewed: 0 };
}

/** @throws {NegarError} RECORD_NOT_FOUND. */
export async function renameCollection(
  database: Database,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  const renamed = await database
    .update(collections)
    .set({ name })
    .where(eq(collections.id, id))
    .returning({ id: collections.id });
  if (renamed.length === 0) throw noCollection();
}

/** @throws {NegarError} RECORD_NOT_FOUND. */
export async function collectionStats(database: Database, id: string): Promise<CollectionStats> {
  await checkCollection(database, id);
  const number = (condition: ReturnType<typeof sql>) =>
    sql`count(*) filter (where ${condition})`.mapWith(Number);
  const [{ draft, edited, approved, decorative, ...others }] = await database
    .select({
      items: count(),
      draft: number(sql`${items.state} = 'draft'`),
      edited: number(sql`${items.state} = 'edited'`),
      approved: number(sql`${items.state} = 'approved'`),
      decorative: number(sql`${items.state} = 'decorative'`),
      warned: number(sql`cardinality(${items.warnings}) > 0`),
      missing: number(sql`${items.presentAlt} is null`),
    })
    .from(items)
    .where(eq(items.collectionId, id));
  return { ...others, states: { draft, edited, approved, decorative } };
}

/** @throws {NegarError} RECORD_NOT_FOUND. */
export async function checkCollection(database: Database, id: string): Promise<void> {
  await collectionName(database, id);
}

/** @throws {NegarError} RECORD_NOT_FOUND. */
export async function collectionName(database: Database, id: string): Promise<string> {
  const [row] = await database
    .select({ name: collections.name })
    .from(collections)
    .where(eq(collections.id, id));
  if (!row) throw noCollection();
  return row.name;
}
