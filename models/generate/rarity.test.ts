import { describe, expect, it } from 'vitest';
import { fakeSession } from '../testing/fake-session';
import { END } from '../text/vocabulary';
import { beamSearch } from './beam';
import { greedy } from './greedy';
import { preferRareWords } from './rarity';

const [COMMON, RARE, RARER, LAST] = [250, 600, 1200, 1499];

/** Natural-log probabilities of 1,500 words, of which only some have any. */
function logProbs(probabilities: Record<number, number>): Float32Array {
  return Float32Array.from({ length: 1500 }, (_, id) => Math.log(probabilities[id] ?? 1e-9));
}

describe('preferRareWords', () => {
  it('adds weight * ln(id / 300) to plausible words from id 300 on', () => {
    const adjusted = preferRareWords(logProbs({ [COMMON]: 0.2, [RARE]: 0.15, [RARER]: 0.18 }), 0.5);
    expect(adjusted[COMMON]).toBeCloseTo(Math.log(0.2), 5);
    expect(adjusted[RARE]).toBeCloseTo(Math.log(0.15) + 0.5 * Math.log(2), 5);
    expect(adjusted[RARER]).toBeCloseTo(Math.log(0.18) + 0.5 * Math.log(4), 5);
  });

  it('leaves words below 0.25 of the most probable one as they are', () => {
    const adjusted = preferRareWords(logProbs({ [COMMON]: 0.5, [RARE]: 0.124, [RARER]: 0.126 }), 1);
    expect(adjusted[RARE]).toBeCloseTo(Math.log(0.124), 5);
    expect(adjusted[RARER]).toBeCloseTo(Math.log(0.126) + Math.log(4), 5);
  });

  it('makes no word more than certain', () => {
    expect(preferRareWords(logProbs({ [RARER]: 0.9 }), 2)[RARER]).toBe(0);
  });

  it('changes nothing with weight 0', () => {
    const before = logProbs({ [COMMON]: 0.2, [RARE]: 0.19 });
    expect(preferRareWords(before.slice(), 0)).toEqual(before);
  });
});

describe('searches with rareWords', () => {
  /** A common word is a little likelier than a rare one, and much likelier than the last one. */
  const session = () =>
    fakeSession((tokens) => {
      const p = Array<number>(1500).fill(1e-9);
      if (tokens.length === 2) p[END] = 1;
      else Object.assign(p, { [COMMON]: 0.5, [RARE]: 0.4, [LAST]: 0.09 });
      return p;
    });
  const limits = { minWords: 0, lengthPenalty: 0 };

  it('choose the rarer of two plausible words, and say how probable it was', async () => {
    const usual = await greedy(session(), limits);
    const rare = await greedy(session(), { ...limits, rareWords: 0.5 });
    expect(usual.tokens).toEqual([COMMON, COMMON]);
    expect(rare.tokens).toEqual([RARE, RARE]);
    expect(rare.words[0].probability).toBeCloseTo(0.4, 5);
    expect(rare.logProb).toBeCloseTo(2 * Math.log(0.4), 5);
    expect(rare.score).toBeCloseTo(2 * (Math.log(0.4) + 0.5 * Math.log(2)), 5);
  });

  it('agree: beam 1 is greedy', async () => {
    const options = { ...limits, rareWords: 0.5 };
    const [first] = await beamSearch(session(), { ...options, beamWidth: 1 });
    expect(first).toEqual(await greedy(session(), options));
  });

  it('rank by what they saw', async () => {
    const found = await beamSearch(session(), { ...limits, rareWords: 0.5, beamWidth: 3 });
    expect(found.map(({ tokens }) => tokens)).toEqual([
      [RARE, RARE],
      [RARE, COMMON],
      [COMMON, RARE],
    ]);
    expect(found[1].score).toBeCloseTo(Math.log(0.5) + Math.log(0.4) + 0.5 * Math.log(2), 5);
  });
});
