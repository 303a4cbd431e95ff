import { NegarError } from '../errors';
import type { Word } from '../text/words';

/** Words of the longest text that is read. */
export const MAX_WORDS = 10_000;
/** Words of the longest text that is translated, which takes longer. */
export const MAX_TRANSLATED_WORDS = 1_000;
/** Characters of the longest text that is read, in UTF-16 code units. */
export const MAX_CHARACTERS = 200_000;

/** @throws {NegarError} TEXT_TOO_LONG. @returns the text. */
export function checkCharacters(text: string): string {
  if (text.length > MAX_CHARACTERS) throw tooLong(text.length, 'characters', MAX_CHARACTERS);
  return text;
}

/**
 * Splits a text into the words that a model reads.
 * @param most words that are allowed.
 * @throws {NegarError} TEXT_EMPTY, TEXT_TOO_LONG.
 */
export function wordsWithinLimits(
  text: string,
  split: (text: string) => Word[],
  most = MAX_WORDS,
): Word[] {
  const words = split(checkCharacters(text));
  if (words.length > most) throw tooLong(words.length, 'words', most);
  if (words.length > 0) return words;
  throw new NegarError('TEXT_EMPTY', 'The text has no word. Give it at least one.');
}

function tooLong(count: number, unit: string, most: number): NegarError {
  return new NegarError(
    'TEXT_TOO_LONG',
    `The text has ${count} ${unit}, but at most ${most} are allowed. Send it in parts.`,
  );
}
