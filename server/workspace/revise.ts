import { eq } from 'drizzle-orm';
import { altTexts, items, reviewers } from '../storage/schema';
import type { Database } from '../storage/storage';
import type { Change } from './change';
import { EditConflict } from './conflict';
import type { HouseRules } from './house-rules';
import type { AltAction, AltState } from './kinds';
import { holdBatch, holdWorkspace } from './locks';
import { noItem } from './missing';
import { refreshWarnings } from './neighbours';
import { rulesOf } from './rules';
import { searchVector } from './search-words';
import { characterCount } from './warnings';

type ItemRow = typeof items.$inferSelect;

/** What an item's alt text becomes. */
export interface Revision {
  readonly action: AltAction;
  readonly state: AltState;
  readonly text: string;
  /** The version that undoing brings back, if it is not the one before. */
  readonly parent?: number | null;
}

/** What a revision may depend on; it does not change before the revision is stored. */
export interface Basis {
  readonly transaction: Database;
  readonly item: ItemRow;
  readonly rules: HouseRules;
}

/**
 * Stores the next version of an alt text, if nobody has stored one since the reviewer read it.
 * @throws {NegarError} RECORD_NOT_FOUND; EDIT_CONFLICT, which tells the newer text; what `decide`
 *   throws. Nothing is stored then.
 */
export async function revise(
  database: Database,
  { id, version, reviewer }: Change,
  decide: (basis: Basis) => Revision | Promise<Revision>,
): Promise<void> {
  await database.transaction(async (transaction) => {
    await holdWorkspace(transaction, 'shared');
    const [found] = await transaction
      .select({ collectionId: items.collectionId, batch: items.batch })
      .from(items)
      .where(eq(items.id, id));
    if (!found) throw noItem();
    const rules = await rulesOf(transaction, found.collectionId);
    await holdBatch(transaction, found.batch);
    const [item] = await transaction.select().from(items).where(eq(items.id, id)).for('update');
    if (!item) throw noItem();
    if (item.version !== version) throw new EditConflict({ ...item, text: item.alt });
    const revision = await decide({ transaction, item, rules });
    await transaction.insert(reviewers).values({ name: reviewer }).onConflictDoNothing();
    await storeRevision(transaction, item, revision, reviewer);
    await refreshWarnings(transaction, item, rules);
  });
}

/** Stores a version without asking which one was read; the caller holds the item. */
export async function storeRevision(
  transaction: Database,
  item: Pick<ItemRow, 'id' | 'version' | 'name' | 'presentAlt' | 'context' | 'alt'>,
  { action, state, text, parent = item.version }: Revision,
  reviewer: string | null,
): Promise<void> {
  const version = item.version + 1;
  const row = { version, state, reviewer };
  await transaction.insert(altTexts).values({ ...row, itemId: item.id, parent, action, text });
  await transaction
    .update(items)
    .set({ ...row, ...(text !== item.alt && wordsOfAlt(item, text)), changedAt: new Date() })
    .where(eq(items.id, item.id));
}

/** The columns of an item that follow from its alt text; `keepKeywords` fills in the keywords. */
export function wordsOfAlt(item: Pick<ItemRow, 'name' | 'presentAlt' | 'context'>, alt: string) {
  return {
    alt,
    altLength: characterCount(alt),
    search: searchVector({ ...item, alt }),
    keywords: null,
  };
}
