import type { Random } from '../random';
import { UNK } from '../text/vocabulary';

/** Word ids with some replaced by UNK, so that a network learns to do without any one word. */
export function dropWords(words: readonly number[], share: number, random: Random): number[] {
  return words.map((word) => (random() < share ? UNK : word));
}
