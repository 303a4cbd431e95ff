import { describe, expect, it } from 'vitest';
import { calibrationSchema, confidenceOf } from '../captioner/confidence';
import { createRandom } from '../random';
import { fitIsotonic } from './isotonic';

describe('fitIsotonic', () => {
  it('leaves rising outcomes as they are', () => {
    expect(fitIsotonic([1, 2, 3], [0, 0.5, 1])).toEqual([
      { score: 1, probability: 0 },
      { score: 2, probability: 0.5 },
      { score: 3, probability: 1 },
    ]);
  });

  it('pools neighbours that fall, back to front', () => {
    // 0 | 1 0 -> 1/2 | 1 1 0 -> 2/3 | 1, from scores out of order
    const scores = [5, 1, 3, 2, 6, 4, 7];
    const outcomes = [1, 0, 0, 1, 0, 1, 1];
    const knots = fitIsotonic(scores, outcomes);
    expect(knots.map(({ score }) => score)).toEqual([1, 2, 3, 4, 6, 7]);
    const expected = [0, 1 / 2, 1 / 2, 2 / 3, 2 / 3, 1];
    knots.forEach(({ probability }, i) => expect(probability).toBeCloseTo(expected[i], 12));
  });

  it('gives the mean where the outcomes only fall', () => {
    const knots = fitIsotonic([1, 2, 3, 4], [1, 1, 0, 0]);
    expect(knots).toEqual([
      { score: 1, probability: 0.5 },
      { score: 4, probability: 0.5 },
    ]);
  });

  it('gives equal scores one value', () => {
    expect(fitIsotonic([2, 2, 1, 2], [0, 1, 0, 1])).toEqual([
      { score: 1, probability: 0 },
      { score: 2, probability: 2 / 3 },
    ]);
  });

  it('fits better than any other rising function near it', () => {
    const random = createRandom(5);
    const scores = Array.from({ length: 60 }, () => random());
    const outcomes = scores.map((score) => Number(random() < score));
    const knots = fitIsotonic(scores, outcomes);
    const error = (points: typeof knots) =>
      scores.reduce(
        (sum, s, i) => sum + (confidenceOf({ knots: points }, s) - outcomes[i]) ** 2,
        0,
      );
    const best = error(knots);
    knots.forEach((_, i) => {
      for (const change of [-0.01, 0.01]) {
        const moved = knots.map((knot) =>
          knot.probability === knots[i].probability
            ? { ...knot, probability: knot.probability + change }
            : knot,
        );
        expect(error(moved)).toBeGreaterThan(best);
      }
    });
    expect(calibrationSchema.shape.knots.safeParse(knots).success).toBe(true);
  });

  it.each([
    [[], []],
    [[1], []],
  ])('refuses %o with %o', (scores, outcomes) => {
    expect(() => fitIsotonic(scores, outcomes)).toThrowError(
      expect.objectContaining({ code: 'OPTION_INVALID' }),
    );
  });
});
