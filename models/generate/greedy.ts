import { parseOptions } from '../options';
import { END } from '../text/vocabulary';
import type { Hypothesis } from './hypothesis';
import { generationOptionsSchema, type GreedyOptions } from './options';
import { followPath } from './path';
import { mostProbable } from './select';
import type { DecodingSession } from './session';

/**
 * Takes the most probable word at each step.
 * @param session a fresh session; the caller disposes it.
 * @throws {NegarError} OPTION_INVALID, CANCELLED.
 */
export async function greedy(
  session: DecodingSession,
  options: GreedyOptions = {},
): Promise<Hypothesis> {
  const limits = parseOptions(generationOptionsSchema, options);
  return followPath(session, (allowed) => mostProbable(allowed) ?? END, limits, options);
}
