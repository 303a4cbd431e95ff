import { describe, expect, it } from 'vitest';
import { meanRougeL } from './rouge';

const words = (text: string) => text.split(' ').filter((word) => word !== '');
const rouge = (hypothesis: string, ...references: string[]) =>
  meanRougeL([{ hypothesis: words(hypothesis), references: references.map(words) }]);

/** Decimal places compared; the scores are quotients of small integers. */
const DIGITS = 12;

describe('meanRougeL', () => {
  it('is the F-measure of the longest common subsequence', () => {
    // "police the gunman": 3 of 4 words on both sides, so F = 3/4 whatever beta is.
    expect(rouge('police kill the gunman', 'police killed the gunman')).toBeCloseTo(3 / 4, DIGITS);
    // "dog runs": P = 2/3, R = 2/5; 2.44 * 4/15 / (2/5 + 1.44 * 2/3) = 0.65066.. / 1.36.
    expect(rouge('a dog runs', 'the dog quickly runs away')).toBeCloseTo(9.76 / 20.4, DIGITS);
  });

  it('respects order', () => {
    // Only one of the two words is common in order: P = R = 1/2.
    expect(rouge('a b', 'b a')).toBeCloseTo(1 / 2, DIGITS);
    // Greedy matching from the left would find "c" alone; the longest is "a b": P = R = 2/3.
    expect(rouge('c a b', 'a b c')).toBeCloseTo(2 / 3, DIGITS);
  });

  it('counts a repeated word as often as both have it', () => {
    expect(rouge('a a a a', 'a b')).toBeCloseTo(
      // P = 1/4, R = 1/2; 2.44 / 8 / (1/2 + 1.44 / 4) = 0.305 / 0.86.
      0.305 / 0.86,
      DIGITS,
    );
  });

  it('takes the best precision and the best recall from different references', () => {
    // "a b": P = 2/4, R = 1. "x a b c y z": P = 3/4, R = 1/2.
    // Together P = 3/4, R = 1: 2.44 * 3/4 / (1 + 1.44 * 3/4) = 1.83 / 2.08.
    expect(rouge('a b c d', 'a b', 'x a b c y z')).toBeCloseTo(1.83 / 2.08, DIGITS);
  });

  it('is 1 for a copy and 0 for nothing in common', () => {
    expect(rouge('a dog runs', 'a dog runs')).toBe(1);
    expect(rouge('a dog runs', 'two cats sleep')).toBe(0);
    expect(rouge('', 'a dog', '')).toBe(0);
  });

  it('averages over the items', () => {
    const items = [
      { hypothesis: ['a'], references: [['a']] },
      { hypothesis: ['a', 'b'], references: [['b', 'a']] },
      { hypothesis: ['a'], references: [['b']] },
    ];
    expect(meanRougeL(items)).toBeCloseTo((1 + 1 / 2 + 0) / 3, DIGITS);
  });

  it('refuses no items and items without references', () => {
    expect(() => meanRougeL([])).toThrow(/at least one/);
    expect(() => meanRougeL([{ hypothesis: ['a'], references: [] }])).toThrow(/Item 0/);
  });
});
