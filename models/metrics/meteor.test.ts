import { describe, expect, it } from 'vitest';
import { corpusMeteor } from './meteor';

const words = (text: string) => text.split(' ').filter((word) => word !== '');
const meteor = (hypothesis: string, ...references: string[]) =>
  corpusMeteor([{ hypothesis: words(hypothesis), references: references.map(words) }]);

/** Decimal places compared; the scores are quotients of small numbers and one root. */
const DIGITS = 12;

/** The harmonic mean of precision and recall, alpha 0.85. */
const mean = (precision: number, recall: number) =>
  (precision * recall) / (0.85 * precision + 0.15 * recall);

/** What the penalty leaves: gamma 0.6, beta 0.2. */
const kept = (chunks: number, matches: number) => 1 - 0.6 * (chunks / matches) ** 0.2;

describe('corpusMeteor', () => {
  it('is 1 for a copy of any reference, and 0 for nothing in common', () => {
    expect(meteor('a dog runs fast', 'two cats', 'a dog runs fast')).toBe(1);
    expect(meteor('a dog', 'two cats')).toBe(0);
    expect(meteor('', 'two cats')).toBe(0);
  });

  it('counts content words three times as much as function words', () => {
    // Matched: "a" 0.25 and "dog" 0.75, in one run; "sleeps" and "runs" differ, 0.75 each.
    expect(meteor('a dog sleeps', 'a dog runs')).toBeCloseTo(
      mean(4 / 7, 4 / 7) * kept(1, 2),
      DIGITS,
    );
    // Only "a": 0.25 of 1 on both sides.
    expect(meteor('a dog', 'a cat')).toBeCloseTo(mean(1 / 4, 1 / 4) * kept(1, 1), DIGITS);
  });

  it('weighs recall more than precision', () => {
    // "dog runs" is all of the hypothesis; of the reference it is 1.5 of 3 ("dog runs fast today").
    expect(meteor('dog runs', 'dog runs fast today')).toBeCloseTo(
      mean(1, 1 / 2) * kept(1, 2),
      DIGITS,
    );
    expect(meteor('dog runs fast today', 'dog runs')).toBeCloseTo(
      mean(1 / 2, 1) * kept(1, 2),
      DIGITS,
    );
    expect(mean(1 / 2, 1)).toBeGreaterThan(mean(1, 1 / 2));
  });

  it('matches stems at 0.6', () => {
    // "dogs" and "dog", "running" and "runs": 2 * 0.6 * 0.75 of 1.5, one run of all words.
    expect(meteor('dogs running', 'dog runs')).toBeCloseTo(0.6, DIGITS);
    expect(meteor('running', 'jumping')).toBe(0);
  });

  it('punishes broken runs', () => {
    // All three words match, "fast" before instead of behind: two runs.
    expect(meteor('fast dog runs', 'dog runs fast')).toBeCloseTo(kept(2, 3), DIGITS);
    expect(meteor('runs dog', 'dog runs')).toBeCloseTo(kept(2, 2), DIGITS);
  });

  it('takes the best reference of each caption', () => {
    const near = meteor('dog runs', 'dog runs fast');
    expect(meteor('dog runs', 'two cats', 'dog runs fast', 'a big red dog')).toBe(near);
  });

  it('adds up counts over the corpus instead of averaging scores', () => {
    // 2 + 1 of 3 + 2 words match, in 1 + 1 runs, all content words: precision and recall 3/5.
    const items = [
      ['dog runs fast', 'dog runs away'],
      ['two cats', 'two birds'],
    ].map(([hypothesis, reference]) => ({
      hypothesis: words(hypothesis),
      references: [words(reference)],
    }));
    expect(corpusMeteor(items)).toBeCloseTo(mean(3 / 5, 3 / 5) * kept(2, 3), DIGITS);
  });

  it('refuses no items and items without references', () => {
    expect(() => corpusMeteor([])).toThrow(/at least one/);
    expect(() => meteor('a dog')).toThrow(/no references/);
  });
});
