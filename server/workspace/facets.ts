import { and, asc, count, isNull, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Keywords } from '../../models/sequence/keywords';
import { items } from '../storage/schema';
import type { Database } from '../storage/storage';
import { matches } from './filter';
import { itemCountInputSchema } from './item';

export const facetsInputSchema = itemCountInputSchema.extend({
  /** Most words of each part of speech. */
  limit: z.number().int().min(1).max(100).default(10),
});

const counted = z.number().int().nonnegative();
const wordsSchema = z.array(z.object({ word: z.string(), count: counted }));

/** Words of alt texts with how many items have them, the commonest first. */
export const facetsSchema = z.object({
  nouns: wordsSchema,
  verbs: wordsSchema,
  adjectives: wordsSchema,
  /** Items whose alt text no model has read yet; their words are not counted. */
  unread: counted,
});

type Facets = z.output<typeof facetsSchema>;

/** Counts the keywords of the items of a collection that pass the filter. */
export async function countFacets(
  database: Database,
  { collectionId, filter, limit }: z.output<typeof facetsInputSchema>,
): Promise<Facets> {
  const passed = matches(collectionId, filter);
  const words = database
    .select({
      kind: sql<keyof Keywords>`kind`.as('kind'),
      word: sql<string>`word`.as('word'),
      count: sql<number>`count(*)::int`.as('count'),
      place: sql<number>`row_number() over (
        partition by kind order by count(*) desc, word collate "C")`.as('place'),
    })
    .from(items)
    .crossJoin(sql`jsonb_each(${items.keywords}) as kinds (kind, words)`)
    .crossJoin(sql`jsonb_array_elements_text(words) as word`)
    .where(passed)
    .groupBy(sql`kind`, sql`word`)
    .as('words');
  const rows = await database
    .select({ kind: words.kind, word: words.word, count: words.count })
    .from(words)
    .where(lte(words.place, limit))
    .orderBy(asc(words.place));
  const [{ unread }] = await database
    .select({ unread: count() })
    .from(items)
    .where(and(passed, isNull(items.keywords)));
  const facets: Facets = { nouns: [], verbs: [], adjectives: [], unread };
  for (const { kind, ...word } of rows) facets[kind].push(word);
  return facets;
}
