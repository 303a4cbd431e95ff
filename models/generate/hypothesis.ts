import { END } from '../text/vocabulary';
import type { GenerationLimits } from './options';
import type { Prediction } from './prediction';
import { mostProbable } from './select';

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
  /** The length-normalised log-probability, see {@link lengthNormalized}. */
  readonly score: number;
  /** False when the caption was cut at `maxWords`, where the model would rather have gone on. */
  readonly finished: boolean;
}

/** A caption in the making. */
export interface Prefix {
  readonly tokens: readonly number[];
  readonly words: readonly DecodedWord[];
  readonly logProb: number;
}

export const EMPTY_PREFIX: Prefix = { tokens: [], words: [], logProb: 0 };

/** The prefix with one more word. */
export function extend(prefix: Prefix, token: number, prediction: Prediction): Prefix {
  const logProb = prediction.logProbs[token];
  const attention = prediction.attention?.slice() ?? null;
  const word = { token, probability: Math.exp(logProb), attention };
  return {
    tokens: [...prefix.tokens, token],
    words: [...prefix.words, word],
    logProb: prefix.logProb + logProb,
  };
}

/** The prefix ended by <end>. */
export function finish(
  prefix: Prefix,
  prediction: Prediction,
  { maxWords, lengthPenalty }: GenerationLimits,
): Hypothesis {
  const { tokens, words } = prefix;
  const logProb = prefix.logProb + prediction.logProbs[END];
  const score = lengthNormalized(logProb, tokens.length + 1, lengthPenalty);
  const finished = tokens.length < maxWords || mostProbable(prediction.logProbs) === END;
  return { tokens, words, logProb, score, finished };
}

/**
 * logProb / length^alpha, where the length counts the words and <end>: alpha 0 gives the
 * log-probability, alpha 1 the mean log-probability of a token.
 */
export function lengthNormalized(logProb: number, length: number, alpha: number): number {
  return logProb / length ** alpha;
}
