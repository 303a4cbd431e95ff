/** What one decoding step returns for each of its rows (live hypotheses). */
export interface StepResult {
  /** Natural-log probabilities of the next word, row-major: `rows * vocabularySize`; finite. */
  readonly logProbs: Float32Array;
  /** Attention over the image grid used for the next word, row-major `rows * cells`; null when the decoder has none. */
  readonly attention: Float32Array | null;
}

/**
 * A decoder bound to one image. It carries the recurrent state of every live hypothesis between
 * steps, so that no generation strategy re-runs a prefix.
 */
export interface DecodingSession {
  readonly vocabularySize: number;
  /**
   * Feeds one token to each row and advances its state.
   * @param tokens one token id for each new row.
   * @param parents for each new row, the row of the previous step that it continues. Ignored on the
   *   first step, where every row starts from the image.
   */
  step(tokens: readonly number[], parents: readonly number[]): Promise<StepResult>;
  /**
   * How much likelier the image makes each word than images do in general: differences of log-odds,
   * [vocabulary size]. Absent where nothing detects words.
   */
  detect?(): Promise<Float32Array>;
  /** Frees the state; safe to call twice. */
  dispose(): void;
}
