import { describe, expect, it } from 'vitest';
import { chooseSearch, SEARCHES, type TriedSearch } from './choose-search';

/** A search with these scores. */
function tried(cider: number, bleu4: number): TriedSearch {
  const scores = { bleu1: 0, bleu2: 0, bleu3: 0, bleu4, rougeL: 0, meteor: 0, cider };
  return { beam: SEARCHES[0], hypotheses: [], scores };
}

describe('chooseSearch', () => {
  const best = tried(51.2, 21.2);

  it('takes the best BLEU-4 where CIDEr-D is alike', () => {
    const precise = tried(50.8, 21.6);
    expect(chooseSearch([best, precise])).toBe(precise);
    expect(chooseSearch([precise, best])).toBe(precise);
  });

  it('takes the better CIDEr-D where it is not', () => {
    expect(chooseSearch([best, tried(50.6, 22)])).toBe(best);
    expect(chooseSearch([tried(50.6, 22), best])).toBe(best);
  });

  it('takes the first of equals', () => {
    expect(chooseSearch([best, { ...best }])).toBe(best);
  });
});
