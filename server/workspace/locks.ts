import { sql } from 'drizzle-orm';
import type { Database } from '../storage/storage';

/**
 * What transactions take before they change items, in this order, so that none waits in a circle: the
 * workspace, then the batch, then the items.
 */

/** Names the workspace's advisory lock; the number has no meaning. */
const WORKSPACE_LOCK = 6_713_905;

/**
 * Many change single items at a time. What deletes, or changes all, is alone: it knows then what is
 * still in use, and no item is made by rules that hold no longer.
 */
export async function holdWorkspace(
  transaction: Database,
  purpose: 'shared' | 'alone',
): Promise<void> {
  const lock = sql.raw(`pg_advisory_xact_lock${purpose === 'shared' ? '_shared' : ''}`);
  await transaction.execute(sql`select ${lock}(${WORKSPACE_LOCK})`);
}

/** Neighbours look at each other's texts, so one of a batch changes at a time. */
export async function holdBatch(transaction: Database, batch: string): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${batch}, 0))`);
}
