import { NegarError } from '../errors';

/**
 * Expected calibration error (Naeini et al. 2015; Guo et al. 2017, equation 3) over equal-width bins
 * of [0, 1]: the mean difference between the predicted probability and the frequency of success in a
 * bin, weighted by how many predictions the bin holds.
 * @param probabilities in [0, 1].
 * @param outcomes true for success, one for each probability.
 * @returns a value in [0, 1]; 0 is perfectly calibrated.
 * @throws {NegarError} OPTION_INVALID when there are no predictions, or not as many outcomes.
 */
export function expectedCalibrationError(
  probabilities: readonly number[],
  outcomes: readonly boolean[],
  binCount = 10,
): number {
  if (probabilities.length === 0 || probabilities.length !== outcomes.length) {
    throw new NegarError(
      'OPTION_INVALID',
      `The calibration error got ${probabilities.length} probabilities and ${outcomes.length} ` +
        'outcomes. Give one outcome for each probability, and at least one.',
    );
  }
  const gaps = new Float64Array(binCount);
  probabilities.forEach((probability, i) => {
    const bin = Math.min(Math.floor(probability * binCount), binCount - 1);
    gaps[bin] += probability - Number(outcomes[i]);
  });
  return gaps.reduce((total, gap) => total + Math.abs(gap), 0) / probabilities.length;
}
