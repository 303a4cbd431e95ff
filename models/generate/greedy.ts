import type { z } from 'zod';
import { parseOptions } from '../options';
import { END } from '../text/vocabulary';
import type { Hypothesis } from './hypothesis';
import { generationOptionsSchema } from './options';
import { followPath, type Streaming } from './path';
import { mostProbable } from './select';
import type { DecodingSession } from './session';

export type GreedyOptions = z.input<typeof generationOptionsSchema> & Streaming;

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
