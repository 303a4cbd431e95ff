import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { fitPlatt, type Logistic, probabilityAt } from './platt';

/** Scores in [-3, -1], each a success with a logistic's probability. */
function draw(count: number, truth: Logistic): { scores: number[]; outcomes: boolean[] } {
  const random = createRandom(3);
  const scores = Array.from({ length: count }, () => -3 + 2 * random());
  return { scores, outcomes: scores.map((score) => random() < probabilityAt(truth, score)) };
}

describe('fitPlatt', () => {
  it('finds the logistic that the outcomes were drawn from', () => {
    const truth = { slope: 2, intercept: 4.5 };
    const { scores, outcomes } = draw(20_000, truth);
    const found = fitPlatt(scores, outcomes);
    expect(Math.abs(found.slope - truth.slope)).toBeLessThan(0.15);
    expect(Math.abs(found.intercept - truth.intercept)).toBeLessThan(0.3);
  });

  it('is where the gradient of the likelihood is zero', () => {
    const { scores, outcomes } = draw(200, { slope: 1, intercept: 2 });
    const found = fitPlatt(scores, outcomes);
    const successes = outcomes.filter(Boolean).length;
    const [high, low] = [(successes + 1) / (successes + 2), 1 / (200 - successes + 2)];
    const errors = scores.map((s, i) => (outcomes[i] ? high : low) - probabilityAt(found, s));
    expect(errors.reduce((sum, error) => sum + error, 0)).toBeCloseTo(0, 6);
    expect(errors.reduce((sum, error, i) => sum + error * scores[i], 0)).toBeCloseTo(0, 6);
  });

  it('stays off 0 and 1 where the scores part success from failure', () => {
    const found = fitPlatt([-3, -2.5, -1.5, -1], [false, false, true, true]);
    expect(probabilityAt(found, -3)).toBeGreaterThan(0.1);
    expect(probabilityAt(found, -1)).toBeLessThan(0.9);
  });

  it('gives the share of successes where higher scores mean less, or all are alike', () => {
    // Platt's targets: two successes of 3/4 and two failures of 1/4.
    expect(fitPlatt([1, 2, 3, 4], [true, true, false, false])).toEqual({ slope: 0, intercept: 0 });
    expect(probabilityAt(fitPlatt([2, 2, 2], [true, true, false]), 2)).toBeCloseTo(11 / 18, 6);
  });

  it.each([
    [[], []],
    [[1], []],
  ])('refuses %o with %o', (scores, outcomes) => {
    expect(() => fitPlatt(scores, outcomes)).toThrowError(
      expect.objectContaining({ code: 'OPTION_INVALID' }),
    );
  });
});
