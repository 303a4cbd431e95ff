import { describe, expect, it } from 'vitest';
import { expectedCalibrationError } from './calibration';

describe('expectedCalibrationError', () => {
  it('is 0 where frequencies equal probabilities', () => {
    const outcomes = [true, false, false, false];
    expect(expectedCalibrationError(Array(4).fill(0.25), outcomes)).toBeCloseTo(0, 12);
  });

  it('weighs the bins by what they hold', () => {
    // Bin [0.2, 0.3): mean 0.25, frequency 0.5. Bin [0.9, 1]: mean 0.95, frequency 0.
    const probabilities = [0.2, 0.3 - 1e-9, 0.95];
    const error = expectedCalibrationError(probabilities, [true, false, false]);
    expect(error).toBeCloseTo((2 / 3) * 0.25 + (1 / 3) * 0.95, 6);
  });

  it('puts 1 in the last bin', () => {
    expect(expectedCalibrationError([1, 0.9], [true, false], 10)).toBeCloseTo(0.45, 12);
  });

  it('hides within a bin what cancels out', () => {
    expect(expectedCalibrationError([0.1, 0.9], [true, false], 1)).toBeCloseTo(0, 12);
    expect(expectedCalibrationError([0.1, 0.9], [true, false], 2)).toBeCloseTo(0.9, 12);
  });

  it('refuses nothing to judge', () => {
    expect(() => expectedCalibrationError([], [])).toThrow(/at least one/);
  });
});
