import {
  and,
  arrayOverlaps,
  between,
  eq,
  inArray,
  isNotNull,
  isNull,
  type SQL,
  sql,
} from 'drizzle-orm';
import { items } from '../storage/schema';
import type { ItemFilter } from './item';
import { altQuery, searchQuery } from './search-words';

/** The condition that an item is of the collection and passes the filter. */
export function matches(collectionId: string, filter: ItemFilter): SQL | undefined {
  const { states, confidence, length, missing, duplicates, word, keywords, warnings, search } =
    filter;
  return and(
    eq(items.collectionId, collectionId),
    states && inArray(items.state, states),
    confidence && between(items.confidence, confidence.from, confidence.to),
    length && between(items.altLength, length.from, length.to),
    missing === undefined ? undefined : (missing ? isNull : isNotNull)(items.presentAlt),
    duplicates && isRepeated(collectionId, duplicates),
    word === undefined ? undefined : hasWords(altQuery(word)),
    keywords && sql`${items.keywords} @> ${JSON.stringify(keywords)}::jsonb`,
    warnings && arrayOverlaps(items.warnings, warnings),
    search === undefined ? undefined : hasWords(searchQuery(search)),
  );
}

/** A text without a word matches nothing. */
function hasWords(query: string): SQL {
  return query === '' ? sql`false` : sql`${items.search} @@ ${query}::tsquery`;
}

function isRepeated(collectionId: string, kind: 'picture' | 'text'): SQL {
  const column = kind === 'picture' ? items.imageHash : items.alt;
  return sql`${column} in (
    select ${column} from ${items}
    where ${items.collectionId} = ${collectionId} and ${items.alt} <> ''
    group by ${column} having count(*) > 1)`;
}
