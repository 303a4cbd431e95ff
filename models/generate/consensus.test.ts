import { expect, it } from 'vitest';
import { agreements } from './consensus';
import type { Hypothesis } from './hypothesis';

function hypothesis(tokens: number[], probability: number): Hypothesis {
  const logProb = Math.log(probability);
  return { tokens, words: [], logProb, score: logProb, finished: true };
}

const ALONE = hypothesis([10, 11, 12, 13], 0.4);
const PAIR = [hypothesis([4, 5, 6, 7], 0.3), hypothesis([4, 5, 6, 8], 0.2)];

it('weighs what the others say by their probability', () => {
  // The pair shares three words, two pairs and one triple of words: s = (3/4 + 2/3 + 1/2 + 0) / 4.
  const s = 23 / 48;
  const expected = [0.4, 0.3 + 0.2 * s, 0.2 + 0.3 * s].map((sum) => sum / 0.4);
  for (const [i, agreement] of agreements([ALONE, ...PAIR], 1).entries()) {
    expect(agreement).toBeCloseTo(expected[i], 6);
  }
  // At temperature 2 each counts with the root of its probability.
  const [alone, first, second] = agreements([ALONE, ...PAIR], 2);
  expect(alone).toBeCloseTo(1, 6);
  expect(first).toBeCloseTo((Math.sqrt(0.3) + Math.sqrt(0.2) * s) / Math.sqrt(0.4), 6);
  expect(second).toBeCloseTo((Math.sqrt(0.2) + Math.sqrt(0.3) * s) / Math.sqrt(0.4), 6);
});

it('penalises a difference in length', () => {
  // The short and the long ones share half of their words; the longer is six words away.
  const short = hypothesis([4, 5, 6, 7], 0.5);
  const near = hypothesis([4, 5, 6, 7, 8], 0.25);
  const far = hypothesis([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], 0.25);
  const [ofFar, ofNear, ofShort] = agreements([far, near, short], 1e6);
  expect(ofFar).toBeLessThan(Math.min(ofNear, ofShort));
});

it('of one hypothesis is that with itself', () => {
  expect(agreements([ALONE], 3)).toEqual([1]);
});
