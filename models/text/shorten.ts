import { beginsPhrase, isFunctionWord, NUMBERS, SUBORDINATORS, wordSet } from './function-words';
import { PARTICIPLES, PLAIN_BASES, SINGULAR_VERBS } from './verbs';

/** Function words that may end a text: "with its tongue out", "looking at her". */
const FINAL = wordSet(
  'above across along another around behind below by down her him in inside it me off on out outside ' +
    'over past them through under underneath up us you',
);

/** Adjectives, verbs and nouns that lean on what follows, so that no cut comes after them. */
const LEANING = wordSet(
  'red blue green white black yellow orange brown pink purple gray grey tan golden dark light bright ' +
    'large small big little young old tall short long wooden next front top back side middle group ' +
    'pair couple bunch made trying getting preparing attempting',
);

/**
 * Shortens a text to at most `limit` characters. It then ends where a phrase begins ("with", "while",
 * "wearing a") or, without such a place, after the last word that can end a phrase. Any text loses a
 * phrase that was never finished: "a dog standing in front of a" becomes "a dog standing". Only a
 * word that is longer than the limit by itself is cut.
 */
export function shorten(text: string, limit: number): string {
  return shortenWords(text.split(' '), limit);
}

function shortenWords(words: readonly string[], limit: number): string {
  const start = (count: number) => words.slice(0, count).join(' ');
  if (start(words.length).length <= limit && mayEndText(words.at(-1)!)) return start(words.length);

  const counts = words.map((_, index) => words.length - index);
  const fitting = counts.filter((count) => start(count).length <= limit);
  const best =
    fitting.find((count) => beginsPhraseAt(words, count) && mayEndAt(words, count)) ??
    fitting.find((count) => mayEndAt(words, count)) ??
    fitting.find((count) => mayEndText(words[count - 1]));
  if (best) return start(best).replace(/[,;:-]+$/, '');
  if (mayEndText(words[0])) return words[0].slice(0, limit);
  return words.length > 1 ? shortenWords(words.slice(1), limit) : '';
}

function mayEndText(word: string): boolean {
  const letters = bare(word);
  return letters !== '' && (!isFunctionWord(letters) || FINAL.has(letters));
}

/** Whether a text may be cut to its first `count` words. */
function mayEndAt(words: readonly string[], count: number): boolean {
  const [last, ...before] = words.slice(0, count).map(bare).reverse();
  const leans = LEANING.has(last) || NUMBERS.includes(last) || /(ed|ly)$/.test(last);
  if (last === '' || leans || isFunctionWord(last)) return false;
  const clause = before.findIndex((word) => SUBORDINATORS.has(word));
  return clause < 0 || [last, ...before.slice(0, clause)].some(isVerb);
}

function isVerb(word: string): boolean {
  return (
    SINGULAR_VERBS.has(word) || PARTICIPLES.has(word) || PLAIN_BASES.has(word) || word === 'are'
  );
}

function beginsPhraseAt(words: readonly string[], index: number): boolean {
  if (index >= words.length) return false;
  if (/[,;:.]$/.test(words[index - 1]) || /^[,;:(]/.test(words[index])) return true;
  const word = bare(words[index]);
  const next = bare(words[index + 1] ?? '');
  const opensNext = next === '' || isFunctionWord(next) || NUMBERS.includes(next);
  if (/^(and|or|but)$/.test(word)) {
    return opensNext || PARTICIPLES.has(next) || SINGULAR_VERBS.has(next);
  }
  if (PARTICIPLES.has(word)) return opensNext;
  if (word.endsWith('ly')) return PARTICIPLES.has(next);
  return beginsPhrase(word) || SINGULAR_VERBS.has(word) || word === 'are';
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
