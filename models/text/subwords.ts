import { UNK, Vocabulary } from './vocabulary';

/** Stands for the space before a word, as SentencePiece has it (Kudo & Richardson 2018). */
const SPACE = '\u2581';

/** Runs of letters and digits, and single marks, each with the space before it; ZWNJ joins. */
const PRETOKEN = new RegExp(
  String.raw`${SPACE}?[\p{L}\p{M}\p{N}\u200c]+|${SPACE}?[^${SPACE}]|${SPACE}`,
  'gu',
);

/** Splits a text into what is never merged with one another; all of it together is the text again. */
export function pretokenize(text: string): string[] {
  return `${SPACE}${text.trim().replaceAll(/\s+/g, SPACE)}`.match(PRETOKEN)!;
}

/**
 * Splits texts into pieces of words by byte-pair encoding (Sennrich et al. 2016): from its
 * characters, a word's two neighbours that were merged first are merged, again and again. A piece
 * that was made earlier has a lower id, so the vocabulary itself says what is merged.
 */
export class Subwords {
  private readonly ids: ReadonlyMap<string, number>;

  constructor(readonly vocabulary: Vocabulary) {
    this.ids = new Map(vocabulary.words.map((piece, id) => [piece, id]));
  }

  /** Ids of a text's pieces, UNK for a character it does not know. */
  encode(text: string): number[] {
    return pretokenize(text).flatMap((word) => this.encodeWord(word));
  }

  /** Whether a piece is nothing but the space before a word. */
  isSpace(id: number): boolean {
    return this.vocabulary.words[id] === SPACE;
  }

  /** Whether a piece begins with the space before a word. */
  opensWord(id: number): boolean {
    return this.vocabulary.words[id].startsWith(SPACE);
  }

  /** The text of pieces, up to the first END. */
  decode(ids: readonly number[]): string {
    const pieces = this.vocabulary.decode(ids.filter((id) => id !== UNK));
    return pieces.join('').replaceAll(SPACE, ' ').trim();
  }

  private encodeWord(word: string): number[] {
    const pieces = Array.from(word);
    for (;;) {
      const ranks = pieces.map((piece, i) => this.ids.get(piece + pieces[i + 1]) ?? Infinity);
      ranks.pop();
      const first = Math.min(...ranks);
      if (first === Infinity) return pieces.map((piece) => this.ids.get(piece) ?? UNK);
      const place = ranks.indexOf(first);
      pieces.splice(place, 2, pieces[place] + pieces[place + 1]);
    }
  }
}
