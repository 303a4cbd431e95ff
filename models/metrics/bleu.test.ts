import { describe, expect, it } from 'vitest';
import { corpusBleu } from './bleu';

const words = (text: string) => text.split(' ').filter((word) => word !== '');
const item = (hypothesis: string, ...references: string[]) => ({
  hypothesis: words(hypothesis),
  references: references.map(words),
});

/** Decimal places compared; the scores are quotients of small integers and one exponential. */
const DIGITS = 12;

describe('corpusBleu', () => {
  it('clips the matches of a repeated word (the example of the paper)', () => {
    // "the" occurs 7 times, but at most twice in one reference: 2/7. The closest reference has 7
    // words too: no brevity penalty. "the the" never occurs: 0.
    const scores = corpusBleu([
      item('the the the the the the the', 'the cat is on the mat', 'there is a cat on the mat'),
    ]);
    expect(scores[0]).toBeCloseTo(2 / 7, DIGITS);
    expect(scores.slice(1)).toEqual([0, 0, 0]);
  });

  it('clips to the best reference, not to their sum', () => {
    // "a" occurs 3 times, once and twice in the references: 2/3 and not 3/3.
    expect(corpusBleu([item('a a a', 'a b c', 'a a b')])[0]).toBeCloseTo(2 / 3, DIGITS);
  });

  it('is 1 for a copy of any reference', () => {
    expect(corpusBleu([item('a dog runs fast', 'x', 'a dog runs fast')])).toEqual([1, 1, 1, 1]);
  });

  it('punishes hypotheses that are shorter than their references', () => {
    // All n-grams match (3/3, 2/2, 1/1, and no 4-gram): exp(1 - 4/3) and 0.
    const scores = corpusBleu([item('a dog runs', 'a dog runs fast')]);
    for (const score of scores.slice(0, 3)) expect(score).toBeCloseTo(Math.exp(-1 / 3), DIGITS);
    expect(scores[3]).toBe(0);
  });

  it('does not punish longer hypotheses beyond their precision', () => {
    // 4 of 5 words, 3 of 4 pairs: 4/5 and sqrt(4/5 * 3/4).
    const [bleu1, bleu2] = corpusBleu([item('a dog runs fast today', 'a dog runs fast')]);
    expect(bleu1).toBeCloseTo(4 / 5, DIGITS);
    expect(bleu2).toBeCloseTo(Math.sqrt(3 / 5), DIGITS);
  });

  it('compares lengths with the closest reference', () => {
    // 4 words against 9 and 5: exp(1 - 5/4).
    const scores = corpusBleu([item('a b c d', 'a b c d e f g h i', 'a b c d e')]);
    expect(scores[3]).toBeCloseTo(Math.exp(-1 / 4), DIGITS);
  });

  it.each([
    ['first', ['a b c', 'a b c d e']],
    ['last', ['a b c d e', 'a b c']],
  ])('takes the shorter of two equally close references, given %s', (_, references) => {
    // 4 words against 3 and 5: 3, so no brevity penalty; all n-grams are in the longer one.
    expect(corpusBleu([item('a b c d', ...references)])).toEqual([1, 1, 1, 1]);
  });

  it('pools counts and lengths over the corpus instead of averaging scores', () => {
    // Words: 2/2 and 1/4 make 3/6. Pairs: 1/1 and 0/3 make 1/4; sqrt(1/2 * 1/4). Lengths 6 and 6.
    const [bleu1, bleu2, bleu3] = corpusBleu([item('a b', 'a b'), item('c d e f', 'c x y z')]);
    expect(bleu1).toBeCloseTo(1 / 2, DIGITS);
    expect(bleu2).toBeCloseTo(Math.sqrt(1 / 8), DIGITS);
    expect(bleu3).toBe(0);
    // Lengths 1 + 5 against 3 + 3: the short one is not punished by itself; words 1/1 and 3/5.
    const [pooled] = corpusBleu([item('a', 'a b c'), item('a b c d e', 'a b c')]);
    expect(pooled).toBeCloseTo(4 / 6, DIGITS);
  });

  it('is 0 for empty hypotheses, also against empty references', () => {
    expect(corpusBleu([item('', 'a dog')])).toEqual([0, 0, 0, 0]);
    expect(corpusBleu([item('', '')])).toEqual([0, 0, 0, 0]);
  });

  it('refuses no items and items without references', () => {
    expect(() => corpusBleu([])).toThrow(/at least one/);
    expect(() => corpusBleu([item('a', 'a'), item('a')])).toThrow(/Item 1 has no references/);
  });
});
