import { HEDGE } from '../text/alt-text';
import type { TaggedWord } from './tagger';

/** What a text is about: its things, what they do, and what they are like. */
export interface Keywords {
  readonly nouns: readonly string[];
  readonly verbs: readonly string[];
  readonly adjectives: readonly string[];
}

/** Each kind's tags (Universal Dependencies). Auxiliaries, "is" and "can", are no keywords. */
const TAGS = {
  nouns: ['NOUN', 'PROPN'],
  verbs: ['VERB'],
  adjectives: ['ADJ'],
} as const satisfies Record<keyof Keywords, readonly string[]>;

const HEDGE_WORDS = HEDGE.trim().toLowerCase().split(' ');

/**
 * Different keywords of each kind in lower case, in the order of the text. The "May show" of a hedged
 * alt text says nothing of the picture and gives none.
 */
export function keywordsOf(words: readonly TaggedWord[]): Keywords {
  const isHedged = HEDGE_WORDS.every((word, i) => words[i]?.text.toLowerCase() === word);
  const telling = isHedged ? words.slice(HEDGE_WORDS.length) : words;
  const tagged = (tags: readonly string[]) => [
    ...new Set(
      telling.filter(({ tag }) => tags.includes(tag)).map(({ text }) => text.toLowerCase()),
    ),
  ];
  return {
    nouns: tagged(TAGS.nouns),
    verbs: tagged(TAGS.verbs),
    adjectives: tagged(TAGS.adjectives),
  };
}
