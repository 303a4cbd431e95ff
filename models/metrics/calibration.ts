import { NegarError } from '../errors';

/** Predictions with about the same probability. */
export interface ReliabilityBin {
  /** Bounds of the probabilities in the bin, in [0, 1]. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean probability that was predicted, and how often there was success; both in [0, 1]. */
  readonly predicted: number;
  readonly observed: number;
}

/**
 * Reliability diagram (Guo et al. 2017): predictions in equal-width bins of [0, 1].
 * @param probabilities in [0, 1].
 * @param outcomes true for success, one for each probability.
 * @returns the bins that hold predictions, in rising order.
 * @throws {NegarError} OPTION_INVALID when there are no predictions, or not as many outcomes.
 */
export function reliability(
  probabilities: readonly number[],
  outcomes: readonly boolean[],
  binCount = 10,
): ReliabilityBin[] {
  if (probabilities.length === 0 || probabilities.length !== outcomes.length) {
    throw new NegarError(
      'OPTION_INVALID',
      `The calibration error got ${probabilities.length} probabilities and ${outcomes.length} ` +
        'outcomes. Give one outcome for each probability, and at least one.',
    );
  }
  const bins = Array.from({ length: binCount }, () => ({ count: 0, predicted: 0, observed: 0 }));
  probabilities.forEach((probability, i) => {
    const bin = bins[Math.min(Math.floor(probability * binCount), binCount - 1)];
    bin.count += 1;
    bin.predicted += probability;
    bin.observed += Number(outcomes[i]);
  });
  return bins
    .map(({ count, predicted, observed }, i) => ({
      from: i / binCount,
      to: (i + 1) / binCount,
      count,
      predicted: predicted / count,
      observed: observed / count,
    }))
    .filter(({ count }) => count > 0);
}

/**
 * Expected calibration error (Naeini et al. 2015; Guo et al. 2017, equation 3): the mean difference
 * between the predicted probability and the frequency of success in a bin, weighted by how many
 * predictions the bin holds.
 * @returns a value in [0, 1]; 0 is perfectly calibrated.
 */
export function expectedCalibrationError(bins: readonly ReliabilityBin[]): number {
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  return bins.reduce(
    (sum, { count, predicted, observed }) => sum + (count * Math.abs(predicted - observed)) / total,
    0,
  );
}
