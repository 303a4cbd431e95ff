import { type Calibration, confidenceOf } from '../../models/captioner/confidence';
import { type Hypothesis, lengthNormalized } from '../../models/generate/hypothesis';
import { expectedCalibrationError } from '../../models/metrics/calibration';
import { createCiderScorer } from '../../models/metrics/cider';
import { createRandom, shuffle } from '../../models/random';
import type { Vocabulary } from '../../models/text/vocabulary';
import { fitIsotonic } from '../../models/training/isotonic';
import type { CaptionedPhoto } from '../data/flickr8k';

/** Share of captions that should be hedged. */
const HEDGED_SHARE = 0.18;

/** How well a calibration holds on captions that it was not fitted on. */
export interface CalibrationReport {
  readonly captions: number;
  /** Median CIDEr-D (x100) of dev: what a confident caption is expected to reach. */
  readonly medianCider: number;
  /** Expected calibration error, in [0, 1]. */
  readonly ece: number;
  /** Share of captions whose alt text is hedged, in [0, 1]. */
  readonly hedgedShare: number;
  /** Mean CIDEr-D (x100) of hedged captions and of the others; NaN of none. */
  readonly hedgedCider: number;
  readonly otherCider: number;
}

/**
 * Fits a captioner's confidence on one half of dev and checks it on the other: isotonic regression
 * of "CIDEr-D at least dev's median" on the mean log-probability of a token. One made-up success at
 * the lowest score and one failure at the highest keep every confidence off 0 and 1.
 * @param hypotheses for each photo its captions, the best first.
 */
export function calibrate(
  vocabulary: Vocabulary,
  photos: readonly CaptionedPhoto[],
  hypotheses: readonly (readonly Hypothesis[])[],
): { calibration: Calibration; report: CalibrationReport } {
  const scorer = createCiderScorer(photos.map(({ captions }) => captions));
  const captions = hypotheses.map(([{ tokens, logProb }], i) => ({
    score: lengthNormalized(logProb, tokens.length + 1, 1),
    cider: 100 * scorer.score(i, vocabulary.decode(tokens)),
  }));
  const medianCider = quantile(
    captions.map(({ cider }) => cider),
    0.5,
  );
  const isGood = ({ cider }: { cider: number }) => cider >= medianCider;

  const mixed = shuffle([...captions], createRandom(1));
  const fitted = mixed.slice(0, mixed.length / 2);
  const checked = mixed.slice(mixed.length / 2);
  const scores = fitted.map(({ score }) => score);
  const knots = fitIsotonic(
    [...scores, Math.min(...scores), Math.max(...scores)],
    [...fitted.map((c) => Number(isGood(c))), 1, 0],
  );
  const confidences = fitted.map(({ score }) => confidenceOf({ knots }, score));
  const calibration = { knots, hedgeBelow: hedgeThreshold(confidences) };

  const confidence = ({ score }: { score: number }) => confidenceOf(calibration, score);
  const isHedged = (c: { score: number }) => confidence(c) < calibration.hedgeBelow;
  const hedged = checked.filter(isHedged);
  const others = checked.filter((c) => !isHedged(c));
  return {
    calibration,
    report: {
      captions: checked.length,
      medianCider,
      ece: expectedCalibrationError(checked.map(confidence), checked.map(isGood)),
      hedgedShare: hedged.length / checked.length,
      hedgedCider: mean(hedged.map(({ cider }) => cider)),
      otherCider: mean(others.map(({ cider }) => cider)),
    },
  };
}

/** The confidence that has the share of captions below it nearest to {@link HEDGED_SHARE}. */
function hedgeThreshold(confidences: readonly number[]): number {
  const shareBelow = (limit: number) =>
    confidences.filter((confidence) => confidence < limit).length / confidences.length;
  const miss = (limit: number) => Math.abs(shareBelow(limit) - HEDGED_SHARE);
  return confidences.reduce((best, limit) => (miss(limit) < miss(best) ? limit : best));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
