import { pretokenize, Subwords } from '../text/subwords';
import { SPECIAL_TOKENS, Vocabulary } from '../text/vocabulary';

/** A different word of the texts. */
interface CountedWord {
  readonly count: number;
  /** Its pieces so far. */
  pieces: string[];
}

const SEPARATOR = '\n';

/**
 * Learns the pieces of {@link Subwords} from texts: all characters that are frequent enough, then
 * whatever two neighbours occur together most often, joined, until there are `size` pieces. Of
 * equally frequent ones the first in order of code units is taken, so the result is deterministic.
 * @param options.marks pieces that stand for no text, put after the special tokens.
 * @param options.minCount characters seen less often become <unk>.
 */
export function learnSubwords(
  texts: Iterable<string>,
  { size, marks, minCount }: { size: number; marks: readonly string[]; minCount: number },
): Subwords {
  const words = countWords(texts);
  const pieces = [...SPECIAL_TOKENS, ...marks, ...frequentCharacters(words, minCount)];
  const known = new Set(pieces);
  for (const word of words) word.pieces = word.pieces.map((c) => (known.has(c) ? c : SEPARATOR));
  const pairs = new PairCounts(words);
  while (known.size < size) {
    const pair = pairs.mostFrequent();
    if (pair === null) break;
    known.add(pair.replace(SEPARATOR, ''));
    pairs.merge(pair);
  }
  return new Subwords(Vocabulary.fromWords([...known]));
}

function countWords(texts: Iterable<string>): CountedWord[] {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of pretokenize(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return Array.from(counts, ([word, count]) => ({ count, pieces: Array.from(word) }));
}

function frequentCharacters(words: readonly CountedWord[], minCount: number): string[] {
  const counts = new Map<string, number>();
  for (const { pieces, count } of words) {
    for (const character of pieces) counts.set(character, (counts.get(character) ?? 0) + count);
  }
  return [...counts]
    .filter(([, count]) => count >= minCount)
    .map(([character]) => character)
    .sort();
}

/** How often each two pieces are neighbours, and in which words. */
class PairCounts {
  private readonly pairs = new Map<string, { count: number; words: Set<CountedWord> }>();
  /** All pairs that occur at least `threshold` times, and some that do no longer. */
  private readonly frequent = new Set<string>();
  private threshold = Infinity;

  constructor(words: readonly CountedWord[]) {
    for (const word of words) this.add(word, 1);
  }

  /** Null when no two pieces are neighbours. */
  mostFrequent(): string | null {
    let best: string | null = null;
    let most = 0;
    for (const pair of this.frequent) {
      const count = this.pairs.get(pair)?.count ?? 0;
      if (count < this.threshold) this.frequent.delete(pair);
      else if (count > most || (count === most && best !== null && pair < best)) {
        [best, most] = [pair, count];
      }
    }
    if (best !== null || this.pairs.size === 0) return best;
    this.lowerThreshold();
    return this.mostFrequent();
  }

  private lowerThreshold(): void {
    let most = 0;
    for (const { count } of this.pairs.values()) most = Math.max(most, count);
    this.threshold = most / 2;
    for (const [pair, { count }] of this.pairs) {
      if (count >= this.threshold) this.frequent.add(pair);
    }
  }

  /** Joins the two pieces wherever they are neighbours. */
  merge(pair: string): void {
    const [left, right] = pair.split(SEPARATOR);
    for (const word of Array.from(this.pairs.get(pair)!.words)) {
      this.add(word, -1);
      const merged: string[] = [];
      for (let i = 0; i < word.pieces.length; i++) {
        const isPair = word.pieces[i] === left && word.pieces[i + 1] === right;
        merged.push(isPair ? left + right : word.pieces[i]);
        if (isPair) i++;
      }
      word.pieces = merged;
      this.add(word, 1);
    }
  }

  private add(word: CountedWord, sign: 1 | -1): void {
    for (let i = 0; i + 1 < word.pieces.length; i++) {
      if (word.pieces[i] === SEPARATOR || word.pieces[i + 1] === SEPARATOR) continue;
      const key = word.pieces[i] + SEPARATOR + word.pieces[i + 1];
      const pair = this.pairs.get(key) ?? { count: 0, words: new Set() };
      pair.count += sign * word.count;
      if (sign > 0) pair.words.add(word);
      else pair.words.delete(word);
      if (pair.count >= this.threshold) this.frequent.add(key);
      if (pair.count > 0) this.pairs.set(key, pair);
      else this.pairs.delete(key);
    }
  }
}
