/** Words with lower ids are not rare. A vocabulary's ids follow falling counts in training. */
const COMMON_WORDS = 300;
/** How probable a rarer word must be, relative to the most probable one, to be preferred. */
const PLAUSIBLE = 0.25;

/**
 * Makes rare words likelier where they are plausible, since training with few photos leaves a model
 * too fond of common ones: adds `weight * ln(id / 300)` to the log-probability of every word that is
 * at least 0.25 times as probable as the most probable one, up to 0, certainty. An id is a word's
 * rank by count, so by Zipf's law ln(id) is minus the logarithm of its frequency, up to a constant:
 * logit adjustment (Menon et al. 2021) under a plausibility constraint (Li et al. 2023).
 * @param logProbs natural-log probabilities, [vocabulary size]; changed in place.
 * @param weight from 0, which changes nothing.
 * @returns `logProbs`.
 */
export function preferRareWords(logProbs: Float32Array, weight: number): Float32Array {
  if (weight === 0) return logProbs;
  const threshold = logProbs.reduce((a, b) => Math.max(a, b)) + Math.log(PLAUSIBLE);
  for (let id = COMMON_WORDS; id < logProbs.length; id++) {
    if (logProbs[id] < threshold) continue;
    logProbs[id] = Math.min(0, logProbs[id] + weight * Math.log(id / COMMON_WORDS));
  }
  return logProbs;
}
