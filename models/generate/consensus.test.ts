import { expect, it } from 'vitest';
import { byConsensus } from './consensus';
import type { Hypothesis } from './hypothesis';

function hypothesis(tokens: number[], probability: number): Hypothesis {
  const logProb = Math.log(probability);
  return { tokens, words: [], logProb, score: logProb, finished: true };
}

const ALONE = hypothesis([10, 11, 12, 13], 0.4);
const PAIR = [hypothesis([4, 5, 6, 7], 0.3), hypothesis([4, 5, 6, 8], 0.2)];

it('prefers what the others say, too, to what is more probable alone', () => {
  // At temperature 1 each counts with its probability: 0.4 alone against 0.3 + 0.2 * s and
  // 0.2 + 0.3 * s, where s = (3/4 + 2/3 + 1/2 + 0) / 4 = 0.479: 0.396 and 0.344.
  expect(byConsensus([ALONE, ...PAIR], 1)).toEqual([ALONE, ...PAIR]);
  // At temperature 2 with its square root: 0.632 against 0.548 + 0.447 s = 0.762 and 0.709.
  expect(byConsensus([ALONE, ...PAIR], 2)).toEqual([...PAIR, ALONE]);
});

it('penalises a difference in length', () => {
  // The short and the long ones share half of their words; the longer is six words away.
  const short = hypothesis([4, 5, 6, 7], 0.5);
  const near = hypothesis([4, 5, 6, 7, 8], 0.25);
  const far = hypothesis([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], 0.25);
  expect(byConsensus([far, near, short], 1e6)[2]).toBe(far);
});

it('keeps one hypothesis, and the order of equal ones', () => {
  expect(byConsensus([ALONE], 3)).toEqual([ALONE]);
  const other = hypothesis([20, 21, 22, 23], 0.4);
  expect(byConsensus([ALONE, other], 3)).toEqual([ALONE, other]);
  expect(byConsensus([other, ALONE], 3)).toEqual([other, ALONE]);
});
