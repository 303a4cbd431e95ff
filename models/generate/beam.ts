import { throwIfCancelled } from '../errors';
import { parseOptions } from '../options';
import { END, START } from '../text/vocabulary';
import { allowedLogProbs } from './constraints';
import { type Hypothesis, lengthNormalized } from './hypothesis';
import { type BeamOptions, beamOptionsSchema, type GenerationLimits } from './options';
import { type Prediction, splitRows } from './prediction';
import { EMPTY_PREFIX, extend, finish, type Prefix } from './prefix';
import { rank } from './rank';
import { selectTop } from './select';
import type { DecodingSession } from './session';

/**
 * Beam search: at each step the `beamWidth` most probable continuations of all live hypotheses are
 * kept; those that end are set aside. It stops when no live hypothesis can still displace one of the
 * `beamWidth` best that ended. Width 1 is greedy search. Equal candidates are ordered by their parent,
 * then by token id, so the result is deterministic.
 * @param session a fresh session; the caller disposes it.
 * @returns 1 to `beamWidth` hypotheses, the best first as `rank` orders them.
 * @throws {NegarError} OPTION_INVALID, CANCELLED.
 */
export async function beamSearch(
  session: DecodingSession,
  options: BeamOptions = {},
): Promise<Hypothesis[]> {
  const { beamWidth, consensus, detection, ...limits } = parseOptions(beamOptionsSchema, options);
  let live: Prefix[] = [EMPTY_PREFIX];
  let parents = [0];
  let ended: Hypothesis[] = [];
  while (live.length > 0) {
    throwIfCancelled(options.signal);
    const tokens = live.map((prefix) => prefix.tokens.at(-1) ?? START);
    const predictions = splitRows(await session.step(tokens, parents), live.length);
    const continuations = bestContinuations(live, predictions, limits, beamWidth);
    const going = continuations.filter(({ token }) => token !== END);
    const ending = continuations.filter(({ token }) => token === END);
    ended = [
      ...ended,
      ...ending.map(({ parent }) => finish(live[parent], predictions[parent], limits)),
    ]
      .sort((a, b) => b.score - a.score)
      .slice(0, beamWidth);
    live = going.map(({ parent, token, searched }) =>
      extend(live[parent], token, predictions[parent], searched),
    );
    parents = going.map(({ parent }) => parent);
    if (ended.length === beamWidth && !canEnter(live[0], ended[beamWidth - 1], limits)) break;
  }
  const detected = (detection > 0 && (await session.detect?.())) || null;
  return rank(ended, { consensus, detection }, detected);
}

interface Continuation {
  readonly parent: number;
  readonly token: number;
  /** The log-probability of the token that the search saw. */
  readonly searched: number;
  /** Of the whole continuation. */
  readonly total: number;
}

/** The most probable one-word continuations of all prefixes, best first. */
function bestContinuations(
  live: readonly Prefix[],
  predictions: readonly Prediction[],
  limits: GenerationLimits,
  count: number,
): Continuation[] {
  return live
    .flatMap((prefix, parent) => {
      const allowed = allowedLogProbs(predictions[parent].logProbs, prefix.tokens, limits);
      return selectTop(allowed, count).map((token) => ({
        parent,
        token,
        searched: allowed[token],
        total: prefix.searched + allowed[token],
      }));
    })
    .sort((a, b) => b.total - a.total)
    .slice(0, count);
}

/**
 * Whether the most probable live prefix can still beat an ended hypothesis: its score is bounded by
 * ending with certainty at the greatest length, since log-probabilities only fall and the length
 * penalty only shrinks with length.
 */
function canEnter(
  best: Prefix | undefined,
  worst: Hypothesis,
  { maxWords, lengthPenalty }: GenerationLimits,
): boolean {
  return (
    best !== undefined && lengthNormalized(best.searched, maxWords + 1, lengthPenalty) > worst.score
  );
}
