import { throwIfCancelled } from '../errors';
import { END, START } from '../text/vocabulary';
import { allowedLogProbs } from './constraints';
import type { Hypothesis } from './hypothesis';
import type { GenerationLimits, Streaming } from './options';
import { splitRows } from './prediction';
import { EMPTY_PREFIX, extend, finish } from './prefix';
import type { DecodingSession } from './session';

/**
 * Follows one path of words until <end>.
 * @param choose the next token, given the natural-log probabilities of what is allowed (-Infinity
 *   for what is not).
 * @throws {NegarError} CANCELLED.
 */
export async function followPath(
  session: DecodingSession,
  choose: (allowed: Float32Array) => number,
  limits: GenerationLimits,
  { signal, onWord }: Streaming,
): Promise<Hypothesis> {
  let prefix = EMPTY_PREFIX;
  for (;;) {
    throwIfCancelled(signal);
    const result = await session.step([prefix.tokens.at(-1) ?? START], [0]);
    const [prediction] = splitRows(result, 1);
    const allowed = allowedLogProbs(prediction.logProbs, prefix.tokens, limits);
    const token = choose(allowed);
    if (token === END) return finish(prefix, prediction, limits);
    prefix = extend(prefix, token, prediction, allowed[token]);
    onWord?.(prefix.words.at(-1)!);
  }
}
