import { END, PAD, START, UNK } from '../text/vocabulary';
import type { GenerationLimits } from './options';
import { preferRareWords } from './rarity';

/**
 * Removes what may not follow a prefix: <pad>, <start> and <unk> always, <end> before `minWords`,
 * everything but <end> at `maxWords`, and words that would repeat a trigram. Where nothing is left,
 * <end> is allowed. Then prefers rare words as `rareWords` says. Probabilities are not renormalised.
 * @param logProbs [vocabulary size], not changed.
 * @returns a copy with -Infinity for what is not allowed.
 */
export function allowedLogProbs(
  logProbs: Float32Array,
  tokens: readonly number[],
  limits: GenerationLimits,
): Float32Array {
  const allowed = logProbs.slice();
  if (tokens.length >= limits.maxWords) return onlyEnd(allowed);
  for (const token of [PAD, START, UNK]) allowed[token] = -Infinity;
  if (tokens.length < limits.minWords) allowed[END] = -Infinity;
  if (limits.blockRepeatedTrigrams) {
    for (const token of trigramEnds(tokens)) allowed[token] = -Infinity;
  }
  if (!allowed.some((logProb) => logProb > -Infinity)) return onlyEnd(logProbs.slice());
  return preferRareWords(allowed, limits.rareWords);
}

function onlyEnd(logProbs: Float32Array): Float32Array {
  const end = logProbs[END];
  return logProbs.fill(-Infinity).fill(end, END, END + 1);
}

/** Words that once followed the same two words that the prefix ends with. */
function trigramEnds(tokens: readonly number[]): number[] {
  const [first, second] = tokens.slice(-2);
  return tokens.filter((_, i) => i >= 2 && tokens[i - 2] === first && tokens[i - 1] === second);
}
