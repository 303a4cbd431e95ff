import type { DecodingSession } from '../generate/session';

/** The probabilities of the next token after the given tokens (<start> left out). */
export type Distribution = (tokens: readonly number[]) => readonly number[];

/** A decoding session over a hand-made language model; it counts what is asked of it. */
export interface FakeSession extends DecodingSession {
  steps: number;
  disposals: number;
}

/**
 * @param distribution its first call decides the vocabulary size.
 * @param cells when above 0, the attention's width; its first value is the length of the prefix.
 */
export function fakeSession(distribution: Distribution, cells = 0): FakeSession {
  let rows: number[][] = [];
  return {
    vocabularySize: distribution([]).length,
    steps: 0,
    disposals: 0,

    step(tokens, parents) {
      const first = this.steps++ === 0;
      rows = tokens.map((token, row) => (first ? [] : [...rows[parents[row]], token]));
      const attention = rows.flatMap(({ length }) =>
        [length, ...Array<number>(cells).fill(0)].slice(0, cells),
      );
      return Promise.resolve({
        logProbs: Float32Array.from(rows.flatMap(distribution), Math.log),
        attention: cells > 0 ? Float32Array.from(attention) : null,
      });
    },

    dispose() {
      this.disposals++;
    },
  };
}
