import { and, asc, desc, eq, gt, lt } from 'drizzle-orm';
import { items } from '../storage/schema';
import type { Database } from '../storage/storage';
import type { Warning } from './kinds';
import { noItem } from './missing';
import { textsOf } from './neighbours';
import { rulesOf } from './rules';
import { warningsOf } from './warnings';

const { alt, batch, position } = items;

/**
 * The warnings that an item would have with another text.
 * @throws {NegarError} RECORD_NOT_FOUND.
 */
export async function checkText(
  database: Database,
  { id, text }: { readonly id: number; readonly text: string },
): Promise<Warning[]> {
  const [item] = await database.select().from(items).where(eq(items.id, id));
  if (!item) throw noItem();
  const [before] = await database
    .select({ alt })
    .from(items)
    .where(and(eq(batch, item.batch), lt(position, item.position)))
    .orderBy(desc(position))
    .limit(1);
  const [after] = await database
    .select({ alt })
    .from(items)
    .where(and(eq(batch, item.batch), gt(position, item.position)))
    .orderBy(asc(position))
    .limit(1);
  const rules = await rulesOf(database, item.collectionId);
  const neighbours = textsOf([before, after]);
  return warningsOf({ alt: text, state: 'edited', name: item.name, rules, neighbours });
}
