import { describe, expect, it } from 'vitest';
import { EMPTY_PREFIX } from '../../models/generate/prefix';
import { chooseSearch, searches, type TriedSearch } from './choose-search';

/** A search with the first of the settings that wrote these captions, one a photo. */
function tried(cider: number, captions: number[][]): TriedSearch {
  const hypotheses = captions.map((tokens) => [
    { ...EMPTY_PREFIX, tokens, score: 0, finished: true },
    { ...EMPTY_PREFIX, tokens: [90, 91, 92, 93], score: -1, finished: true },
  ]);
  const scores = { bleu1: 0, bleu2: 0, bleu3: 0, bleu4: 0, rougeL: 0, meteor: 0, cider };
  return { beam: searches({ detects: false })[0], hypotheses, scores };
}

describe('chooseSearch', () => {
  const plain = tried(51.2, [
    [4, 5],
    [4, 5],
  ]);

  it('takes the most varied captions where the scores are alike', () => {
    const varied = tried(50.3, [
      [4, 5],
      [4, 6],
    ]);
    expect(chooseSearch([plain, varied])).toBe(varied);
    expect(chooseSearch([varied, plain])).toBe(varied);
  });

  it('takes the better scores where they are not', () => {
    const varied = tried(50.1, [
      [4, 5],
      [6, 7],
    ]);
    expect(chooseSearch([plain, varied])).toBe(plain);
  });

  it('takes the first of equals', () => {
    expect(chooseSearch([plain, { ...plain }])).toBe(plain);
  });
});
