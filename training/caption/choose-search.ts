import type { Hypothesis } from '../../models/generate/hypothesis';
import type { CaptionScores } from '../../models/metrics/evaluate';
import type { BeamSettings } from './worker';

/** What is tried on dev. */
export const SEARCHES = [0.7, 0.9].flatMap((lengthPenalty) =>
  [0, 4].map((consensus) => ({
    beamWidth: 3,
    lengthPenalty,
    blockRepeatedTrigrams: true,
    consensus,
    rareWords: 0,
  })),
) satisfies BeamSettings[];

/** Differences of CIDEr-D (x100) on dev that may well be chance. */
const CHANCE = 0.5;

/** A way to search, and what it did on dev. */
export interface TriedSearch {
  readonly beam: (typeof SEARCHES)[number];
  /** For each photo its captions, the best first. */
  readonly hypotheses: Hypothesis[][];
  readonly scores: CaptionScores;
}

/** Of the searches whose CIDEr-D is the best but for chance, the one with the best BLEU-4. */
export function chooseSearch(tried: readonly TriedSearch[]): TriedSearch {
  const best = Math.max(...tried.map(({ scores }) => scores.cider));
  return tried
    .filter(({ scores }) => scores.cider >= best - CHANCE)
    .reduce((a, b) => (b.scores.bleu4 > a.scores.bleu4 ? b : a));
}
