import { eq, is, lt, notExists, sql } from 'drizzle-orm';
import { PgTable } from 'drizzle-orm/pg-core';
import * as schema from '../storage/schema';
import { collections, images, items, jobs, settings } from '../storage/schema';
import type { Database } from '../storage/storage';
import { DEFAULT_RULES } from './house-rules';
import { holdWorkspace } from './locks';
import { noCollection } from './missing';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Days after their last change at which items are deleted; null keeps them. */
export async function readRetention(database: Database): Promise<number | null> {
  const [row] = await database.select({ days: settings.retentionDays }).from(settings);
  return row?.days ?? null;
}

export async function writeRetention(database: Database, days: number | null): Promise<void> {
  await database
    .insert(settings)
    .values({ houseRules: DEFAULT_RULES, retentionDays: days })
    .onConflictDoUpdate({ target: settings.id, set: { retentionDays: days } });
}

/** Deletes what is older than the retention allows, and returns how many items that were. */
export async function deleteExpired(database: Database, now = new Date()): Promise<number> {
  const days = await readRetention(database);
  if (days === null) return 0;
  const limit = new Date(now.getTime() - days * DAY_MS);
  return database.transaction(async (transaction) => {
    await holdWorkspace(transaction, 'alone');
    const expired = await transaction
      .delete(items)
      .where(lt(items.changedAt, limit))
      .returning({ id: items.id });
    await transaction.delete(jobs).where(lt(jobs.finishedAt, limit));
    await deleteUnused(transaction);
    return expired.length;
  });
}

/** Deletes a collection and whatever only it used. @throws {NegarError} RECORD_NOT_FOUND. */
export async function deleteCollection(database: Database, id: string): Promise<void> {
  await database.transaction(async (transaction) => {
    await holdWorkspace(transaction, 'alone');
    const gone = await transaction
      .delete(collections)
      .where(eq(collections.id, id))
      .returning({ id: collections.id });
    if (gone.length === 0) throw noCollection();
    await deleteUnused(transaction);
  });
}

/** Deletes everything that the workspace holds, with its settings and the names of reviewers. */
export async function deleteEverything(database: Database): Promise<void> {
  await database.transaction(async (transaction) => {
    await holdWorkspace(transaction, 'alone');
    const tables = Object.values(schema).filter((part) => is(part, PgTable));
    await transaction.execute(sql`truncate ${sql.join(tables, sql`, `)}`);
  });
}

/** Pictures, with their captions and files, that no item uses. */
async function deleteUnused(transaction: Database): Promise<void> {
  const uses = transaction
    .select({ id: items.id })
    .from(items)
    .where(eq(items.imageHash, images.hash));
  await transaction.delete(images).where(notExists(uses));
}
