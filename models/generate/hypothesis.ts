/** One generated word. */
export interface DecodedWord {
  readonly token: number;
  /** The model's probability of the word given the image and the words before it, in [0, 1]. */
  readonly probability: number;
  /** Attention over the image grid when the word was chosen, one weight a cell; null without attention. */
  readonly attention: Float32Array | null;
}

/** A generated caption. */
export interface Hypothesis {
  /** Word ids, without <start> and <end>. */
  readonly tokens: readonly number[];
  /** As many as tokens. */
  readonly words: readonly DecodedWord[];
  /** Sum of the natural-log probabilities of the words and of <end>. */
  readonly logProb: number;
  /** What the search ranks by: the log-probability that it saw, see {@link lengthNormalized}. */
  readonly score: number;
  /** False when the caption was cut at `maxWords`, where the model would rather have gone on. */
  readonly finished: boolean;
}

/**
 * logProb / length^alpha, where the length counts the words and <end>: alpha 0 gives the
 * log-probability, alpha 1 the mean log-probability of a token.
 */
export function lengthNormalized(logProb: number, length: number, alpha: number): number {
  return logProb / length ** alpha;
}
