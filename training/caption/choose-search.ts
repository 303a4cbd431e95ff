import type { Hypothesis } from '../../models/generate/hypothesis';
import type { CaptionScores } from '../../models/metrics/evaluate';
import type { BeamSettings } from './worker';

/** How strongly rare words and, where words are detected, their evidence are tried to count. */
const RARE_WORDS = [1, 1.5, 1.75, 2];
const DETECTION = [0.1, 0.125];

/** What is tried on dev. */
export function searches({ detects }: { readonly detects: boolean }) {
  return RARE_WORDS.flatMap((rareWords) =>
    (detects ? DETECTION : [0]).map((detection) => ({
      beamWidth: 5,
      lengthPenalty: 0.7,
      blockRepeatedTrigrams: true,
      consensus: 4,
      rareWords,
      detection,
    })),
  ) satisfies BeamSettings[];
}

/**
 * Differences of CIDEr-D (x100) on dev that may well be chance: twice the standard error of the
 * difference between two of these searches, which is about 0.5.
 */
const CHANCE = 1;

/** A way to search, and what it did on dev. */
export interface TriedSearch {
  readonly beam: ReturnType<typeof searches>[number];
  /** For each photo its captions, the best first. */
  readonly hypotheses: Hypothesis[][];
  readonly scores: CaptionScores;
}

/** Of the searches whose CIDEr-D is the best but for chance, the one that uses the most words. */
export function chooseSearch(tried: readonly TriedSearch[]): TriedSearch {
  const best = Math.max(...tried.map(({ scores }) => scores.cider));
  return tried
    .filter(({ scores }) => scores.cider >= best - CHANCE)
    .reduce((a, b) => (distinctWords(b) > distinctWords(a) ? b : a));
}

/** Different words in the first captions of all photos. */
export function distinctWords({ hypotheses }: Pick<TriedSearch, 'hypotheses'>): number {
  return new Set(hypotheses.flatMap(([{ tokens }]) => tokens)).size;
}
