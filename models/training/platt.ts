import { NegarError } from '../errors';

/** `sigmoid(slope * score + intercept)` as a probability of success. */
export interface Logistic {
  /** Not negative: a higher score never means less. */
  readonly slope: number;
  readonly intercept: number;
}

const MAX_STEPS = 100;
const TOLERANCE = 1e-10;
/** Keeps Newton's equations solvable where all scores are alike. */
const RIDGE = 1e-9;

/**
 * Platt scaling (Platt 1999): logistic regression of success on a score, by Newton's method, with
 * Platt's targets, which keep every probability off 0 and 1. Where higher scores go with less
 * success, every probability is the share of successes.
 * @param scores finite, in any order.
 * @param outcomes true for success, one for each score.
 * @throws {NegarError} OPTION_INVALID when there are no scores, or not as many outcomes.
 */
export function fitPlatt(scores: readonly number[], outcomes: readonly boolean[]): Logistic {
  if (scores.length === 0 || scores.length !== outcomes.length) {
    throw new NegarError(
      'OPTION_INVALID',
      `Platt scaling got ${scores.length} scores and ${outcomes.length} outcomes. Give one outcome ` +
        'for each score, and at least one.',
    );
  }
  const successes = outcomes.filter(Boolean).length;
  const failures = outcomes.length - successes;
  const [high, low] = [(successes + 1) / (successes + 2), 1 / (failures + 2)];
  const targets = outcomes.map((outcome) => (outcome ? high : low));
  const share = targets.reduce((sum, target) => sum + target, 0) / targets.length;
  const constant = { slope: 0, intercept: Math.log(share / (1 - share)) };

  let { slope, intercept } = constant;
  for (let step = 0; step < MAX_STEPS; step++) {
    const [byScore, byOne] = newtonStep(scores, targets, { slope, intercept });
    slope += byScore;
    intercept += byOne;
    if (Math.abs(byScore) + Math.abs(byOne) < TOLERANCE) break;
  }
  return slope > 0 ? { slope, intercept } : constant;
}

/** The probability of success at a score, in (0, 1). */
export function probabilityAt({ slope, intercept }: Logistic, score: number): number {
  return 1 / (1 + Math.exp(-(slope * score + intercept)));
}

/** The change of slope and intercept that maximises the likelihood's second-order expansion. */
function newtonStep(
  scores: readonly number[],
  targets: readonly number[],
  logistic: Logistic,
): [number, number] {
  let [g0, g1, h00, h01, h11] = [0, 0, RIDGE, 0, RIDGE];
  scores.forEach((score, i) => {
    const p = probabilityAt(logistic, score);
    const weight = p * (1 - p);
    g0 += (targets[i] - p) * score;
    g1 += targets[i] - p;
    h00 += weight * score * score;
    h01 += weight * score;
    h11 += weight;
  });
  const determinant = h00 * h11 - h01 * h01;
  return [(h11 * g0 - h01 * g1) / determinant, (h00 * g1 - h01 * g0) / determinant];
}
