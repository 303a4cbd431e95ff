import { END } from '../text/vocabulary';
import type { StepResult } from './session';

/** What a step says about the next word of one hypothesis: views into the step's result. */
export interface Prediction {
  /** Natural-log probabilities, [vocabulary size]. */
  readonly logProbs: Float32Array;
  /** [cells], or null without attention. */
  readonly attention: Float32Array | null;
}

/**
 * Splits a step's result into its rows.
 * @throws {Error} when a probability is not a number, which only broken weights cause.
 */
export function splitRows({ logProbs, attention }: StepResult, rows: number): Prediction[] {
  return Array.from({ length: rows }, (_, row) => {
    const next = rowOf(logProbs, row, rows);
    if (Number.isNaN(next[END]))
      throw new Error('The decoder returned probabilities that are NaN.');
    return { logProbs: next, attention: attention && rowOf(attention, row, rows) };
  });
}

function rowOf(values: Float32Array, row: number, rows: number): Float32Array {
  const width = values.length / rows;
  return values.subarray(row * width, (row + 1) * width);
}
