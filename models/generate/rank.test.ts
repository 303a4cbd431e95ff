import { describe, expect, it } from 'vitest';
import type { Hypothesis } from './hypothesis';
import { rank } from './rank';

const hypothesis = (tokens: number[], score: number): Hypothesis => ({
  tokens,
  words: [],
  logProb: score,
  score,
  finished: true,
});

const FIRST = hypothesis([4, 5, 6, 7], -1);
const SECOND = hypothesis([4, 5, 8, 8], -1.5);
const plain = { consensus: 0, detection: 0 };

/** Evidence of the words named, none of the others. */
const evidence = (of: Record<number, number>) =>
  Float32Array.from({ length: 20 }, (_, id) => of[id] ?? 0);

describe('hypotheses', () => {
  it('are ordered by their score, equal ones as they were', () => {
    expect(rank([SECOND, FIRST], plain, null)).toEqual([FIRST, SECOND]);
    const alike = hypothesis([9], -1);
    expect(rank([FIRST, alike], plain, null)).toEqual([FIRST, alike]);
    expect(rank([alike, FIRST], plain, null)).toEqual([alike, FIRST]);
  });

  it('are ordered by their agreement where a consensus is asked for', () => {
    const alone = hypothesis([10, 11, 12, 13], Math.log(0.4));
    const pair = [hypothesis([4, 5, 6, 7], Math.log(0.3)), hypothesis([4, 5, 6, 8], Math.log(0.2))];
    expect(rank([alone, ...pair], { ...plain, consensus: 1 }, null)).toEqual([alone, ...pair]);
    expect(rank([alone, ...pair], { ...plain, consensus: 2 }, null)).toEqual([...pair, alone]);
  });

  it('gain what was detected of each of their words, once', () => {
    const both = [FIRST, SECOND];
    const detected = evidence({ 8: 1 });
    expect(rank(both, { ...plain, detection: 0.49 }, detected)).toEqual([FIRST, SECOND]);
    expect(rank(both, { ...plain, detection: 0.51 }, detected)).toEqual([SECOND, FIRST]);
    expect(rank(both, { ...plain, detection: 0.51 }, evidence({ 6: -0.5, 7: -0.5 }))).toEqual([
      SECOND,
      FIRST,
    ]);
  });
});
