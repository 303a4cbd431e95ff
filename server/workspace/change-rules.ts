import { asc, eq, isNull } from 'drizzle-orm';
import { captionRuns, collections, items } from '../storage/schema';
import type { Database } from '../storage/storage';
import { draftOf } from './draft';
import { DEFAULT_RULES, type HouseRules } from './house-rules';
import { holdWorkspace } from './locks';
import { textsOf } from './neighbours';
import { storeRevision } from './revise';
import { teamRules, writeOwnRules, writeTeamRules } from './rules';
import { isSame, warningsOf } from './warnings';

/**
 * Changes the rules of a collection, or of the team, and what follows from them: drafts are worded
 * anew, and the warnings of every item are looked at again.
 * @param collectionId null for the team's rules, which hold wherever a collection has none.
 * @param rules null makes a collection follow the team's, and the team have the default ones.
 * @throws {NegarError} RECORD_NOT_FOUND.
 */
export async function changeRules(
  database: Database,
  collectionId: string | null,
  rules: HouseRules | null,
): Promise<void> {
  await database.transaction(async (transaction) => {
    await holdWorkspace(transaction, 'alone');
    if (collectionId === null) {
      await writeTeamRules(transaction, rules ?? DEFAULT_RULES);
      const followers = await transaction
        .select({ id: collections.id })
        .from(collections)
        .where(isNull(collections.houseRules));
      for (const { id } of followers) await apply(transaction, id, rules ?? DEFAULT_RULES);
    } else {
      await writeOwnRules(transaction, collectionId, rules);
      await apply(transaction, collectionId, rules ?? (await teamRules(transaction)));
    }
  });
}

async function apply(
  transaction: Database,
  collectionId: string,
  rules: HouseRules,
): Promise<void> {
  await rewordDrafts(transaction, collectionId, rules);
  const line = await transaction
    .select({
      id: items.id,
      batch: items.batch,
      name: items.name,
      alt: items.alt,
      state: items.state,
      warnings: items.warnings,
    })
    .from(items)
    .where(eq(items.collectionId, collectionId))
    .orderBy(asc(items.batch), asc(items.position));
  for (const [place, item] of line.entries()) {
    const beside = [line[place - 1], line[place + 1]];
    const neighbours = textsOf(beside.filter((other) => other?.batch === item.batch));
    const warnings = warningsOf({ ...item, rules, neighbours });
    if (isSame(warnings, item.warnings)) continue;
    await transaction.update(items).set({ warnings }).where(eq(items.id, item.id));
  }
}

/** What a person has written or approved stays as it is. */
async function rewordDrafts(
  transaction: Database,
  collectionId: string,
  rules: HouseRules,
): Promise<void> {
  const { candidates, hedged } = captionRuns;
  const { id, version, name, presentAlt, context, alt, state, reviewer } = items;
  const drafts = await transaction
    .select({ id, version, name, presentAlt, context, alt, state, reviewer, candidates, hedged })
    .from(items)
    .innerJoin(captionRuns, eq(captionRuns.id, items.runId))
    .where(eq(items.collectionId, collectionId));
  for (const item of drafts) {
    if (item.state !== 'draft') continue;
    const text = draftOf(item, rules);
    if (text === item.alt) continue;
    await storeRevision(transaction, item, { action: 'rules', state: 'draft', text }, null);
  }
}
