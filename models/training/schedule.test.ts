import { describe, expect, it } from 'vitest';
import { cosineSchedule } from './schedule';

describe('cosineSchedule', () => {
  it('rises over the warm-up, then follows half a cosine to zero', () => {
    const rate = cosineSchedule(2, 4, 12);
    expect([0, 1, 2, 3].map(rate)).toEqual([0.5, 1, 1.5, 2]);
    expect(rate(4)).toBe(2);
    expect(rate(6)).toBeCloseTo(1 + Math.SQRT1_2, 10);
    expect(rate(8)).toBeCloseTo(1, 10);
    expect(rate(10)).toBeCloseTo(1 - Math.SQRT1_2, 10);
    expect(rate(12)).toBe(0);
    expect(rate(20)).toBe(0);
  });

  it('starts at the peak without a warm-up', () => {
    expect(cosineSchedule(2, 0, 10)(0)).toBe(2);
  });

  it('stays finite when the warm-up is longer than the run', () => {
    expect(cosineSchedule(2, 8, 4)(3)).toBe(1);
    expect(cosineSchedule(2, 8, 4)(8)).toBe(2);
  });
});
