import { NegarError } from '../errors';

/** Ids of the special tokens, the same in every vocabulary. */
export const PAD = 0;
export const START = 1;
export const END = 2;
export const UNK = 3;

export const SPECIAL_TOKENS = ['<pad>', '<start>', '<end>', '<unk>'];

/**
 * The words that a model knows, each with an id in [0, size): the special tokens, then the others, by
 * falling count in what the model was trained on.
 */
export class Vocabulary {
  private readonly ids: ReadonlyMap<string, number>;

  private constructor(readonly words: readonly string[]) {
    this.ids = new Map(words.map((word, id) => [word, id]));
  }

  /** Collects the words that occur at least `minCount` times, by falling count, then alphabetically. */
  static build(
    captions: Iterable<readonly string[]>,
    { minCount }: { minCount: number },
  ): Vocabulary {
    const counts = new Map<string, number>();
    for (const caption of captions) {
      for (const word of caption) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const kept = [...counts]
      .filter(([, count]) => count >= minCount)
      .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1))
      .map(([word]) => word);
    return Vocabulary.fromWords([...SPECIAL_TOKENS, ...kept]);
  }

  /**
   * Restores a vocabulary from its `words`.
   * @throws {NegarError} ARTEFACT_INVALID when the special tokens do not come first, or a word is
   *   empty or occurs twice.
   */
  static fromWords(words: readonly string[]): Vocabulary {
    if (SPECIAL_TOKENS.some((token, id) => words[id] !== token)) {
      throw invalid(`must begin with ${SPECIAL_TOKENS.join(' ')}`);
    }
    const empty = words.indexOf('');
    if (empty >= 0) throw invalid(`has an empty word at id ${empty}`);
    const vocabulary = new Vocabulary([...words]);
    const duplicate = words.find((word, id) => vocabulary.ids.get(word) !== id);
    if (duplicate !== undefined) throw invalid(`has the word "${duplicate}" twice`);
    return vocabulary;
  }

  /** Words, the special tokens included. */
  get size(): number {
    return this.words.length;
  }

  /** Ids of tokens, UNK for those it does not know; adds neither START nor END. */
  encode(tokens: readonly string[]): number[] {
    return tokens.map((token) => this.ids.get(token) ?? UNK);
  }

  /**
   * Words of ids up to the first END; PAD and START are skipped.
   * @throws {NegarError} ARTEFACT_INVALID when an id is outside [0, size).
   */
  decode(ids: readonly number[]): string[] {
    const end = ids.indexOf(END);
    return ids
      .slice(0, end < 0 ? undefined : end)
      .filter((id) => id !== PAD && id !== START)
      .map((id) => this.wordOf(id));
  }

  toJSON(): readonly string[] {
    return this.words;
  }

  private wordOf(id: number): string {
    const word = this.words[id];
    if (word === undefined) {
      throw invalid(`has ids 0 to ${this.size - 1}, but its model wrote ${id}`);
    }
    return word;
  }
}

function invalid(problem: string): NegarError {
  return new NegarError(
    'ARTEFACT_INVALID',
    `The vocabulary ${problem}. Use the vocabulary that was written with the model.`,
  );
}
