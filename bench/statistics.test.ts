import { describe, expect, it } from 'vitest';
import { percentile, slope } from './statistics';

describe('percentile', () => {
  const values = [30, 10, 50, 20, 40];

  it.each([
    [0, 10],
    [0.5, 30],
    [0.6, 30],
    [0.95, 50],
    [1, 50],
  ])('%d of [10 .. 50] is %d', (q, expected) => {
    expect(percentile(values, q)).toBe(expected);
  });
});

describe('slope', () => {
  it('is that of the line the points lie on', () => {
    expect(slope([0, 1, 5].map((x) => [x, 3 - 2 * x]))).toBeCloseTo(-2, 12);
  });

  it('balances points beside the line', () => {
    expect(
      slope([
        [0, 1],
        [1, 0],
        [2, 1],
        [3, 0],
      ]),
    ).toBeCloseTo(-0.2, 12);
  });
});
