import { type Calibration, confidenceOf, type Knot } from '../../models/captioner/confidence';
import { type Hypothesis, lengthNormalized } from '../../models/generate/hypothesis';
import {
  expectedCalibrationError,
  type ReliabilityBin,
  reliability,
} from '../../models/metrics/calibration';
import { createCiderScorer } from '../../models/metrics/cider';
import { createRandom, shuffle } from '../../models/random';
import type { Vocabulary } from '../../models/text/vocabulary';
import { fitPlatt, probabilityAt } from '../../models/training/platt';
import type { CaptionedPhoto } from '../data/flickr8k';

/** Share of captions that should be hedged. */
const HEDGED_SHARE = 0.18;
/** Pieces of the line that stands for the logistic curve. */
const PIECES = 24;

/** How well a calibration holds on some captions. */
export interface CalibrationReport {
  readonly captions: number;
  /** CIDEr-D (x100) whose reaching the confidence foretells. */
  readonly medianCider: number;
  /** Expected calibration error, in [0, 1]. */
  readonly ece: number;
  /** Share of captions whose alt text is hedged, in [0, 1]. */
  readonly hedgedShare: number;
  /** Mean CIDEr-D (x100) of hedged captions and of the others; null of none. */
  readonly hedgedCider: number | null;
  readonly otherCider: number | null;
  readonly bins: readonly ReliabilityBin[];
}

/** A caption's mean natural-log probability of a token, and its CIDEr-D (x100). */
export interface JudgedCaption {
  readonly score: number;
  readonly cider: number;
}

/**
 * Fits a captioner's confidence on one half of dev and checks it on the other: Platt scaling of
 * "CIDEr-D at least dev's median" on the mean log-probability of a token.
 * @param hypotheses for each photo its captions, the best first.
 */
export function calibrate(
  vocabulary: Vocabulary,
  photos: readonly CaptionedPhoto[],
  hypotheses: readonly (readonly Hypothesis[])[],
): { calibration: Calibration; report: CalibrationReport } {
  const captions = judgeCaptions(vocabulary, photos, hypotheses);
  const medianCider = median(captions);
  const { fitted, checked } = halve(captions);
  const knots = fitKnots(fitted, medianCider);
  const confidences = fitted.map(({ score }) => confidenceOf({ knots }, score));
  const calibration = { knots, hedgeBelow: hedgeThreshold(confidences), medianCider };
  return { calibration, report: checkCalibration(calibration, medianCider, checked) };
}

/** The fitted curve over the scores that were seen. */
function fitKnots(captions: readonly JudgedCaption[], medianCider: number): Knot[] {
  const scores = captions.map(({ score }) => score);
  const logistic = fitPlatt(
    scores,
    captions.map(({ cider }) => cider >= medianCider),
  );
  const [lowest, highest] = [Math.min(...scores), Math.max(...scores)];
  const pieces = highest > lowest ? PIECES : 0;
  return Array.from({ length: pieces + 1 }, (_, i) => {
    const score = lowest + ((highest - lowest) * i) / PIECES;
    return { score, probability: probabilityAt(logistic, score) };
  });
}

/** Scores the first hypothesis of each photo. */
export function judgeCaptions(
  vocabulary: Vocabulary,
  photos: readonly CaptionedPhoto[],
  hypotheses: readonly (readonly Hypothesis[])[],
): JudgedCaption[] {
  const scorer = createCiderScorer(photos.map(({ captions }) => captions));
  return hypotheses.map(([{ tokens, logProb }], i) => ({
    score: lengthNormalized(logProb, tokens.length + 1, 1),
    cider: 100 * scorer.score(i, vocabulary.decode(tokens)),
  }));
}

/** The two halves of dev, the same each time: what confidence is fitted on, and what checks it. */
export function halve<T>(captions: readonly T[]): { fitted: T[]; checked: T[] } {
  const mixed = shuffle([...captions], createRandom(1));
  const middle = Math.floor(mixed.length / 2);
  return { fitted: mixed.slice(0, middle), checked: mixed.slice(middle) };
}

/** How well a calibration holds on captions, which should not be those that it was fitted on. */
export function checkCalibration(
  calibration: Calibration,
  medianCider: number,
  captions: readonly JudgedCaption[],
): CalibrationReport {
  const confidence = ({ score }: JudgedCaption) => confidenceOf(calibration, score);
  const isHedged = (caption: JudgedCaption) => confidence(caption) < calibration.hedgeBelow;
  const hedged = captions.filter(isHedged);
  const others = captions.filter((caption) => !isHedged(caption));
  const bins = reliability(
    captions.map(confidence),
    captions.map(({ cider }) => cider >= medianCider),
  );
  return {
    captions: captions.length,
    medianCider,
    ece: expectedCalibrationError(bins),
    hedgedShare: hedged.length / captions.length,
    hedgedCider: meanCider(hedged),
    otherCider: meanCider(others),
    bins,
  };
}

/** The median CIDEr-D (x100); of two middle ones the lower. */
export function median(captions: readonly JudgedCaption[]): number {
  const sorted = captions.map(({ cider }) => cider).sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)];
}

/** The confidence that has the share of captions below it nearest to {@link HEDGED_SHARE}. */
function hedgeThreshold(confidences: readonly number[]): number {
  const shareBelow = (limit: number) =>
    confidences.filter((confidence) => confidence < limit).length / confidences.length;
  const miss = (limit: number) => Math.abs(shareBelow(limit) - HEDGED_SHARE);
  return confidences.reduce((best, limit) => (miss(limit) < miss(best) ? limit : best));
}

function meanCider(captions: readonly JudgedCaption[]): number | null {
  if (captions.length === 0) return null;
  return captions.reduce((sum, { cider }) => sum + cider, 0) / captions.length;
}
