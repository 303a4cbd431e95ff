import { describe, expect, it } from 'vitest';
import { createCiderScorer } from './cider';

const words = (text: string) => text.split(' ').filter((word) => word !== '');
const scorer = (...items: string[][]) =>
  createCiderScorer(items.map((references) => references.map(words)));

/** Decimal places compared; logarithms cancel to rounding errors. */
const DIGITS = 12;

/**
 * The corpus of the cases computed by hand. Two items, so an n-gram of one item weighs
 * L = ln 2 - ln 1 and one of both weighs ln 2 - ln 2 = 0: "a" weighs 0, everything else L.
 */
const pets = scorer(['a dog'], ['a cat']);

describe('createCiderScorer', () => {
  it('gives 10 / 4 for each order with a perfect match', () => {
    // n = 1: (0, L) against (0, L): 1. n = 2: (L) against (L): 1. No longer n-grams: 10 * 2 / 4.
    expect(pets.score(0, words('a dog'))).toBeCloseTo(5, DIGITS);
    // All four orders match: 10.
    const long = scorer(['a dog runs in snow'], ['a cat']);
    expect(long.score(0, words('a dog runs in snow'))).toBeCloseTo(10, DIGITS);
  });

  it('gives nothing for n-grams that every item has', () => {
    // "a" is common, but weighs 0; "cat" is not in the reference.
    expect(pets.score(0, words('a cat'))).toBe(0);
    expect(pets.score(0, words('a'))).toBe(0);
  });

  it('clips repeated n-grams', () => {
    // n = 1: (2L) clipped to (L), times L, over the norms 2L and L: 1/2.
    // n = 2: "dog dog" is unknown and weighs L, but is not in the reference: 0. 10 * 1/2 / 4.
    expect(pets.score(0, words('dog dog'))).toBeCloseTo(1.25, DIGITS);
  });

  it('punishes a difference in length', () => {
    // Four tokens against two: exp(-2^2 / (2 * 6^2)) = exp(-1/18).
    // n = 1: "dog" 2L clipped to L: L^2 / (2L * L) = 1/2.
    // n = 2: "a dog" 2L clipped to L, "dog a" L: L^2 / (sqrt(4 + 1) L * L) = 1 / sqrt 5.
    const expected = (10 * Math.exp(-1 / 18) * (1 / 2 + 1 / Math.sqrt(5))) / 4;
    expect(pets.score(0, words('a dog a dog'))).toBeCloseTo(expected, DIGITS);
    // One token against two: exp(-1/72), n = 1 matches fully, n = 2 has nothing.
    expect(pets.score(0, words('dog'))).toBeCloseTo((10 * Math.exp(-1 / 72)) / 4, DIGITS);
  });

  it('averages over the references', () => {
    // The second reference shares nothing: half of 5.
    expect(scorer(['a dog', 'red fox'], ['a cat']).score(0, words('a dog'))).toBeCloseTo(
      2.5,
      DIGITS,
    );
  });

  it('counts in how many items an n-gram occurs, not in how many references', () => {
    // "dog" occurs in two references of one item: it still weighs ln 2, not ln 1.
    expect(scorer(['a dog', 'a dog'], ['a cat']).score(0, words('a dog'))).toBeCloseTo(5, DIGITS);
  });

  it('weighs rare words more', () => {
    // Four items: "a" in 4 weighs 0, "dog" in 2 weighs ln 4 - ln 2 = K, "tan" in 1 weighs 2K,
    // "a dog" K, "a tan" and "tan dog" 2K, "a tan dog" 2K, "a cat" K.
    const four = scorer(['a tan dog'], ['a dog'], ['a cat'], ['a cat']);
    // "dog" against (a 0, tan 2, dog 1): 1 * 1 / (1 * sqrt 5); "tan": 2 * 2 / (2 * sqrt 5).
    // Two tokens too few: exp(-4/72).
    const rate = (10 * Math.exp(-1 / 18)) / 4 / Math.sqrt(5);
    expect(four.score(0, words('dog'))).toBeCloseTo(rate, DIGITS);
    expect(four.score(0, words('tan'))).toBeCloseTo(2 * rate, DIGITS);
  });

  it('averages over the items', () => {
    expect(pets.mean([words('a dog'), words('dog')])).toBeCloseTo(2.5, DIGITS);
    expect(pets.mean([words('a dog'), words('a cat')])).toBeCloseTo(5, DIGITS);
  });

  it('is 0 where nothing can be told apart or nothing was written', () => {
    expect(scorer(['a dog runs in snow']).score(0, words('a dog runs in snow'))).toBe(0);
    expect(pets.score(0, [])).toBe(0);
  });

  it('refuses no items and items without references', () => {
    expect(() => scorer()).toThrow(/at least one/);
    expect(() => scorer(['a'], [])).toThrow(/Item 1 has no references/);
  });
});
