/** How surprising a caption is without its photo: mean of -ln q over its words, in nats. */
export type Surprise = (words: readonly string[]) => number;

const START = '<start>';

/**
 * Learns from captions how probable each word is after the one before it, without a photo. The
 * probabilities of pairs are interpolated with those of single words by the number of different
 * words that follow (Witten & Bell 1991); single words have one count more than they were seen.
 */
export function learnSurprise(captions: readonly (readonly string[])[]): Surprise {
  const counts = new Map<string, number>();
  const followers = new Map<string, Map<string, number>>();
  for (const words of captions) {
    for (const [i, word] of words.entries()) {
      increment(counts, word);
      const before = words[i - 1] ?? START;
      if (!followers.has(before)) followers.set(before, new Map());
      increment(followers.get(before)!, word);
    }
  }
  const all = sum(counts) + counts.size + 1;
  const totals = new Map([...followers].map(([before, after]) => [before, sum(after)]));

  const probability = (before: string, word: string) => {
    const single = ((counts.get(word) ?? 0) + 1) / all;
    const after = followers.get(before);
    if (!after) return single;
    return ((after.get(word) ?? 0) + after.size * single) / (totals.get(before)! + after.size);
  };
  return (words) =>
    words.length === 0
      ? 0
      : words.reduce(
          (nats, word, i) => nats - Math.log(probability(words[i - 1] ?? START, word)),
          0,
        ) / words.length;
}

function increment(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((a, b) => a + b, 0);
}
