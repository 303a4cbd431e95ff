import { and, asc, desc, eq, gt, lte } from 'drizzle-orm';
import { items } from '../storage/schema';
import type { Database } from '../storage/storage';
import type { HouseRules } from './house-rules';
import { isSame, warningsOf } from './warnings';

const { id, name, alt, state, warnings } = items;

/**
 * Writes the warnings of the item at a place of a batch anew, and those of its neighbours, whose text
 * it may repeat. The place may be empty by now.
 */
export async function refreshWarnings(
  transaction: Database,
  { batch, position }: { readonly batch: string; readonly position: number },
  rules: HouseRules,
): Promise<void> {
  const upTo = await transaction
    .select({ id, name, alt, state, warnings })
    .from(items)
    .where(and(eq(items.batch, batch), lte(items.position, position)))
    .orderBy(desc(items.position))
    .limit(3);
  const after = await transaction
    .select({ id, name, alt, state, warnings })
    .from(items)
    .where(and(eq(items.batch, batch), gt(items.position, position)))
    .orderBy(asc(items.position))
    .limit(2);
  const line = [...upTo.toReversed(), ...after];
  // What is read beyond these are only their neighbours.
  const changed = [upTo[1], upTo[0], after[0]].filter((item) => item !== undefined);
  for (const item of changed) {
    const place = line.indexOf(item);
    const neighbours = textsOf([line[place - 1], line[place + 1]]);
    const found = warningsOf({ ...item, rules, neighbours });
    if (isSame(found, item.warnings)) continue;
    await transaction.update(items).set({ warnings: found }).where(eq(items.id, item.id));
  }
}

/** @param neighbours that are there. */
export function textsOf(neighbours: readonly ({ readonly alt: string } | undefined)[]): string[] {
  return neighbours.flatMap((neighbour) => (neighbour ? [neighbour.alt] : []));
}
