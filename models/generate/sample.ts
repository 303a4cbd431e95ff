import { parseOptions } from '../options';
import { createRandom, type Random } from '../random';
import { END } from '../text/vocabulary';
import type { Hypothesis } from './hypothesis';
import { type SampleOptions, sampleOptionsSchema } from './options';
import { followPath } from './path';
import type { DecodingSession } from './session';

/**
 * Draws each word from the model's distribution over what is allowed, sharpened or flattened by the
 * temperature and cut to the nucleus. The hypothesis carries the model's own probabilities, not
 * those it was drawn with; `rareWords` counts in searches only.
 * @param session a fresh session; the caller disposes it.
 * @throws {NegarError} OPTION_INVALID, CANCELLED.
 */
export async function sample(
  session: DecodingSession,
  options: SampleOptions,
): Promise<Hypothesis> {
  const { temperature, topP, seed, ...limits } = parseOptions(sampleOptionsSchema, options);
  const random = createRandom(seed);
  const choose = (allowed: Float32Array) =>
    draw(nucleus(soften(allowed, temperature), topP), random);
  return followPath(session, choose, { ...limits, rareWords: 0 }, options);
}

/** softmax(logProbs / temperature) in double precision. */
function soften(logProbs: Float32Array, temperature: number): Float64Array {
  const max = logProbs.reduce((a, b) => Math.max(a, b));
  const weights = Float64Array.from(logProbs, (logProb) => Math.exp((logProb - max) / temperature));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Sets to 0 whatever lies outside the smallest set of most probable words that reaches `topP`. */
function nucleus(probabilities: Float64Array, topP: number): Float64Array {
  if (topP === 1) return probabilities;
  const order = [...probabilities.keys()].sort((a, b) => probabilities[b] - probabilities[a]);
  const kept = new Float64Array(probabilities.length);
  let total = 0;
  for (const index of order) {
    kept[index] = probabilities[index];
    total += probabilities[index];
    if (total >= topP) break;
  }
  return kept;
}

/** An index, drawn in proportion to its weight. */
function draw(weights: Float64Array, random: Random): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  let last = END;
  for (let index = 0; index < weights.length; index++) {
    if (weights[index] === 0) continue;
    if (left < weights[index]) return index;
    left -= weights[index];
    last = index;
  }
  return last;
}
