import { describe, expect, it } from 'vitest';
import { Adam, adamDefaults } from './adam';

describe('Adam', () => {
  it('takes the steps that algorithm 1 gives by hand', () => {
    const adam = new Adam(1);
    const weights = Float32Array.of(1);
    // m = 0.05, v = 0.00025; corrected 0.5 and 0.25; the step is 0.1 * 0.5 / 0.5.
    expect(adam.update(weights, Float32Array.of(0.5), 0.1)).toBeCloseTo(0.5, 6);
    expect(weights[0]).toBeCloseTo(0.9, 6);
    // m = -0.055, v = 0.00124975; corrected -0.289474 and 0.625188, whose root is 0.790688.
    expect(adam.update(weights, Float32Array.of(-1), 0.1)).toBeCloseTo(1, 6);
    expect(weights[0]).toBeCloseTo(0.9 + (0.1 * 0.289474) / 0.790688, 6);
    expect(adam.steps).toBe(2);
  });

  it('scales a long gradient down to the clip norm and reports its own norm', () => {
    const adam = new Adam(2, { ...adamDefaults, clipNorm: 1 });
    expect(adam.update(new Float32Array(2), Float32Array.of(30, -40), 0.1)).toBeCloseTo(50, 5);
    expect(adam.firstMoment[0]).toBeCloseTo(0.06, 7);
    expect(adam.firstMoment[1]).toBeCloseTo(-0.08, 7);
    expect(adam.secondMoment[1]).toBeCloseTo(0.00064, 9);
  });

  it('leaves a gradient within the clip norm as it is', () => {
    const adam = new Adam(2, { ...adamDefaults, clipNorm: 5 });
    adam.update(new Float32Array(2), Float32Array.of(3, 4), 0.1);
    expect(adam.firstMoment[1]).toBeCloseTo(0.4, 6);
  });

  it('does not move a weight that has no gradient', () => {
    const weights = Float32Array.of(1, 2);
    new Adam(2).update(weights, Float32Array.of(0, 1), 0.1);
    expect(weights[0]).toBe(1);
    expect(weights[1]).toBeCloseTo(1.9, 6);
  });
});
