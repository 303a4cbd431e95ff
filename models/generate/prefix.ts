import { END } from '../text/vocabulary';
import { type DecodedWord, type Hypothesis, lengthNormalized } from './hypothesis';
import type { GenerationLimits } from './options';
import type { Prediction } from './prediction';
import { mostProbable } from './select';

/** A caption in the making. */
export interface Prefix {
  readonly tokens: readonly number[];
  readonly words: readonly DecodedWord[];
  readonly logProb: number;
  /** Sum of the log-probabilities that the search saw; with `rareWords` not the model's. */
  readonly searched: number;
}

export const EMPTY_PREFIX: Prefix = { tokens: [], words: [], logProb: 0, searched: 0 };

/**
 * The prefix with one more word.
 * @param searched the log-probability of the word that the search saw.
 */
export function extend(
  prefix: Prefix,
  token: number,
  prediction: Prediction,
  searched: number,
): Prefix {
  const logProb = prediction.logProbs[token];
  const attention = prediction.attention?.slice() ?? null;
  const word = { token, probability: Math.exp(logProb), attention };
  return {
    tokens: [...prefix.tokens, token],
    words: [...prefix.words, word],
    logProb: prefix.logProb + logProb,
    searched: prefix.searched + searched,
  };
}

/** The prefix ended by <end>. */
export function finish(
  prefix: Prefix,
  prediction: Prediction,
  { maxWords, lengthPenalty }: GenerationLimits,
): Hypothesis {
  const { tokens, words } = prefix;
  const end = prediction.logProbs[END];
  const logProb = prefix.logProb + end;
  const score = lengthNormalized(prefix.searched + end, tokens.length + 1, lengthPenalty);
  const finished = tokens.length < maxWords || mostProbable(prediction.logProbs) === END;
  return { tokens, words, logProb, score, finished };
}
