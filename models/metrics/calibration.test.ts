import { describe, expect, it } from 'vitest';
import { expectedCalibrationError, reliability } from './calibration';

const error = (probabilities: number[], outcomes: boolean[], binCount?: number) =>
  expectedCalibrationError(reliability(probabilities, outcomes, binCount));

describe('reliability', () => {
  it('compares predictions with outcomes in each bin that holds any', () => {
    const bins = reliability([0.2, 0.24, 0.95], [true, false, false]);
    expect(bins).toHaveLength(2);
    expect(bins[0]).toMatchObject({ from: 0.2, to: 0.3, count: 2, observed: 0.5 });
    expect(bins[0].predicted).toBeCloseTo(0.22, 12);
    expect(bins[1]).toEqual({ from: 0.9, to: 1, count: 1, predicted: 0.95, observed: 0 });
  });

  it('puts 1 in the last bin', () => {
    expect(reliability([1, 0.9], [true, false])).toMatchObject([{ from: 0.9, to: 1, count: 2 }]);
  });

  it('refuses nothing to judge', () => {
    expect(() => reliability([], [])).toThrow(/at least one/);
    expect(() => reliability([0.5], [])).toThrow(/one outcome for each/);
  });
});

describe('expectedCalibrationError', () => {
  it('is 0 where frequencies equal probabilities', () => {
    expect(error(Array(4).fill(0.25), [true, false, false, false])).toBeCloseTo(0, 12);
  });

  it('weighs the bins by what they hold', () => {
    // Bin [0.2, 0.3): mean 0.25, frequency 0.5. Bin [0.9, 1]: mean 0.95, frequency 0.
    const found = error([0.2, 0.3 - 1e-9, 0.95], [true, false, false]);
    expect(found).toBeCloseTo((2 / 3) * 0.25 + (1 / 3) * 0.95, 6);
  });

  it('hides within a bin what cancels out', () => {
    expect(error([0.1, 0.9], [true, false], 1)).toBeCloseTo(0, 12);
    expect(error([0.1, 0.9], [true, false], 2)).toBeCloseTo(0.9, 12);
  });
});
