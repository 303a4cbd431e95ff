/** How packed words become the queries of attention, the same number for each group. */
export interface AttentionQueries {
  /** Words of the group with the most words. */
  readonly queriesPerGroup: number;
  /** For each query its word, [groups * queriesPerGroup]; unused ones repeat word 0. */
  readonly wordOfQuery: Int32Array;
  /** For each word its query, [words]. */
  readonly queryOfWord: Int32Array;
}

/** @param groupOfWord group of each word, in [0, groups). */
export function groupQueries(groupOfWord: readonly number[], groups: number): AttentionQueries {
  const used = new Int32Array(groups);
  const place = groupOfWord.map((group) => used[group]++);
  const queriesPerGroup = Math.max(0, ...used);
  const wordOfQuery = new Int32Array(groups * queriesPerGroup);
  const queryOfWord = Int32Array.from(groupOfWord, (group, word) => {
    const query = group * queriesPerGroup + place[word];
    wordOfQuery[query] = word;
    return query;
  });
  return { queriesPerGroup, wordOfQuery, queryOfWord };
}
