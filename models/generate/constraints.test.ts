import { describe, expect, it } from 'vitest';
import { END, PAD, START, UNK } from '../text/vocabulary';
import { allowedLogProbs } from './constraints';

const [A, B, C] = [4, 5, 6];
const logProbs = Float32Array.from([0, 1, 2, 3, 4, 5, 6], (i) => -i - 1);
const limits = {
  minWords: 1,
  maxWords: 8,
  lengthPenalty: 0,
  blockRepeatedTrigrams: true,
  rareWords: 0,
};

/** Tokens that may follow a prefix. */
function allowedAfter(tokens: number[], changes: Partial<typeof limits> = {}): number[] {
  const allowed = allowedLogProbs(logProbs, tokens, { ...limits, ...changes });
  return [...allowed.keys()].filter((token) => allowed[token] > -Infinity);
}

describe('allowedLogProbs', () => {
  it('forbids <pad>, <start>, <unk>, and <end> before the least number of words', () => {
    expect([PAD, START, END, UNK]).toEqual([0, 1, 2, 3]);
    expect(allowedAfter([])).toEqual([A, B, C]);
    expect(allowedAfter([A])).toEqual([END, A, B, C]);
  });

  it('forces <end> at the greatest number of words', () => {
    expect(allowedAfter([A, B, C, A, C, B, A, A])).toEqual([END]);
  });

  it('forbids the third word of a trigram that was said', () => {
    expect(allowedAfter([A, B, C, A, B])).toEqual([END, A, B]);
    expect(allowedAfter([A, B, C, A, B, A, A, B], { maxWords: 20 })).toEqual([END, B]);
    expect(allowedAfter([A, A, A])).toEqual([END, B, C]);
    expect(allowedAfter([A, B, C, A, B], { blockRepeatedTrigrams: false })).toContain(C);
  });

  it('allows <end> where nothing else is left', () => {
    const onlyA = Float32Array.of(-1, -1, -1, -1, -1);
    const allowed = allowedLogProbs(onlyA, [A, A, A], { ...limits, minWords: 5 });
    expect([...allowed]).toEqual([-Infinity, -Infinity, -1, -Infinity, -Infinity]);
  });

  it('keeps the probabilities as they are and its argument untouched', () => {
    const before = [...logProbs];
    const allowed = allowedLogProbs(logProbs, [A], limits);
    expect([...logProbs]).toEqual(before);
    expect(allowed[B]).toBe(logProbs[B]);
  });
});
