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

/** Different keywords of each kind in lower case, in the order of the text. */
export function keywordsOf(words: readonly TaggedWord[]): Keywords {
  const tagged = (tags: readonly string[]) => [
    ...new Set(words.filter(({ tag }) => tags.includes(tag)).map(({ text }) => text.toLowerCase())),
  ];
  return {
    nouns: tagged(TAGS.nouns),
    verbs: tagged(TAGS.verbs),
    adjectives: tagged(TAGS.adjectives),
  };
}
