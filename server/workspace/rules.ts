import { eq, sql } from 'drizzle-orm';
import { collections, settings } from '../storage/schema';
import type { Database } from '../storage/storage';
import { DEFAULT_RULES, type HouseRules } from './house-rules';
import { noCollection } from './missing';

/** The rules that hold in a collection. @throws {NegarError} RECORD_NOT_FOUND. */
export async function rulesOf(database: Database, collectionId: string): Promise<HouseRules> {
  return (await ownRules(database, collectionId)) ?? teamRules(database);
}

/** Null if the collection follows the team's. @throws {NegarError} RECORD_NOT_FOUND. */
export async function ownRules(
  database: Database,
  collectionId: string,
): Promise<HouseRules | null> {
  const [row] = await database
    .select({ rules: collections.houseRules })
    .from(collections)
    .where(eq(collections.id, collectionId));
  if (!row) throw noCollection();
  return row.rules;
}

/** What holds in every collection without rules of its own. */
export async function teamRules(database: Database): Promise<HouseRules> {
  const [row] = await database.select({ rules: settings.houseRules }).from(settings);
  return row?.rules ?? DEFAULT_RULES;
}

/** Only stores them. @throws {NegarError} RECORD_NOT_FOUND. */
export async function writeOwnRules(
  database: Database,
  collectionId: string,
  rules: HouseRules | null,
): Promise<void> {
  const changed = await database
    .update(collections)
    .set({ houseRules: rules ?? sql`null` })
    .where(eq(collections.id, collectionId))
    .returning({ id: collections.id });
  if (changed.length === 0) throw noCollection();
}

export async function writeTeamRules(database: Database, rules: HouseRules): Promise<void> {
  await database
    .insert(settings)
    .values({ houseRules: rules })
    .onConflictDoUpdate({ target: settings.id, set: { houseRules: rules } });
}
