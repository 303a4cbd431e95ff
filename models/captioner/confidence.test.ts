import { describe, expect, it } from 'vitest';
import { calibrationSchema, confidenceOf } from './confidence';

const knots = [
  { score: -3, probability: 0.1 },
  { score: -2, probability: 0.1 },
  { score: -1, probability: 0.7 },
];

describe('confidenceOf', () => {
  it('is linear between knots and constant outside', () => {
    const scores = [-9, -3, -2.5, -2, -1.75, -1, 0];
    const expected = [0.1, 0.1, 0.1, 0.1, 0.25, 0.7, 0.7];
    scores.forEach((score, i) => expect(confidenceOf({ knots }, score)).toBeCloseTo(expected[i]));
  });

  it('never falls as the score rises', () => {
    const values = Array.from({ length: 400 }, (_, i) => confidenceOf({ knots }, -4 + i / 100));
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it('needs one knot only', () => {
    expect(confidenceOf({ knots: [{ score: -1, probability: 0.4 }] }, 5)).toBe(0.4);
  });
});

describe('calibrationSchema', () => {
  it('accepts rising knots', () => {
    expect(calibrationSchema.parse({ knots, hedgeBelow: 0.4 }).knots).toEqual(knots);
  });

  it.each([
    ['no knots', []],
    ['falling probabilities', [knots[2], { score: 0, probability: 0.2 }]],
    ['equal scores', [knots[0], knots[0]]],
    ['a probability above 1', [{ score: 0, probability: 1.1 }]],
  ])('refuses %s', (_name, wrong) => {
    expect(calibrationSchema.safeParse({ knots: wrong, hedgeBelow: 0.4 }).success).toBe(false);
  });
});
