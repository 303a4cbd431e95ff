import type { Vocabulary } from '../text/vocabulary';
import type { WordIds } from './tagger-network';

/** Characters at each end of a word that the tagger looks at. */
const LOOKED_AT = 12;

/** What a tagger knows: words in the form of {@link wordForm}, and characters. */
export interface Lexicon {
  readonly words: Vocabulary;
  readonly characters: Vocabulary;
}

/** The form in which words are looked up: lower case, all digits alike. */
export function wordForm(word: string): string {
  return word.toLowerCase().replaceAll(/\p{N}/gu, '0');
}

/** A word's characters; of a long word, those at its two ends. */
export function spell(word: string): string[] {
  const characters = Array.from(word);
  if (characters.length <= 2 * LOOKED_AT) return characters;
  return [...characters.slice(0, LOOKED_AT), ...characters.slice(-LOOKED_AT)];
}

/** Ids of a word and of its characters. */
export function identify(word: string, { words, characters }: Lexicon): WordIds {
  return { word: words.encode([wordForm(word)])[0], characters: characters.encode(spell(word)) };
}
