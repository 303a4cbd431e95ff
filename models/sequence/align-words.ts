import type { Subwords } from '../text/subwords';

/** A piece that a translator wrote. */
export interface WrittenPiece {
  readonly id: number;
  /** Where it looked: one weight a piece of the source, sum 1. */
  readonly attention: Float32Array;
}

/** A word that a translator wrote. */
export interface AlignedWord {
  readonly text: string;
  /** Where it looked: one weight a word of the source, sum 1; the mean of its pieces. */
  readonly attention: readonly number[];
}

/** The words of a sentence, and those of its translation. */
export interface Alignment {
  readonly source: readonly string[];
  readonly words: readonly AlignedWord[];
}

/**
 * Joins the pieces of a sentence and of its translation to words, which spaces part.
 * @param source without its last mark, as the translator read it.
 */
export function alignWords(
  subwords: Subwords,
  source: string,
  written: readonly WrittenPiece[],
): Alignment {
  const words = source.split(' ');
  const owners = words.flatMap((word, i) => subwords.encode(word.toLowerCase()).map(() => i));
  const groups: WrittenPiece[][] = [];
  for (const piece of written) {
    if (groups.length === 0 || subwords.opensWord(piece.id)) groups.push([]);
    groups.at(-1)!.push(piece);
  }
  return {
    source: words,
    words: groups.map((pieces) => ({
      text: subwords.decode(pieces.map(({ id }) => id)),
      attention: meanAttention(pieces, owners, words.length),
    })),
  };
}

function meanAttention(
  pieces: readonly WrittenPiece[],
  owners: readonly number[],
  count: number,
): number[] {
  const sums = Array.from({ length: count }, () => 0);
  for (const { attention } of pieces) {
    for (const [place, weight] of attention.entries()) {
      sums[owners[place]] += weight / pieces.length;
    }
  }
  return sums;
}
