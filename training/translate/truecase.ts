const FIRST_WORD = /^(\P{L}*)(\p{L}[\p{L}\p{M}]*)/u;

/**
 * Learns of some sentences in which case their words are written elsewhere than at the beginning
 * (Lita et al. 2003).
 * @returns a function that writes a sentence's first word so.
 */
export function learnCase(sentences: readonly string[]): (sentence: string) => string {
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    for (const word of sentence.replace(FIRST_WORD, '').match(/\p{L}[\p{L}\p{M}]*/gu) ?? []) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  const count = (word: string) => counts.get(word) ?? 0;
  return (sentence) =>
    sentence.replace(FIRST_WORD, (whole, before: string, word: string) => {
      const lower = word.toLowerCase();
      return count(word) > count(lower) ? whole : before + lower;
    });
}
