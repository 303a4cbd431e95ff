import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { START } from '../text/vocabulary';
import { packCaptions } from './caption-batch';
import { feedOwnWords } from './scheduled-sampling';

/** Packed step by step: <start> <start>, 4 7, 5, 6. */
const batch = packCaptions([[[4, 5, 6], [7]]]);
/** For the targets 4 7, 5 <end>, 6, <end>. */
const predicted = Int32Array.of(14, 17, 15, 12, 16, 12);

describe('feedOwnWords', () => {
  it('feeds each caption what was predicted at its previous step', () => {
    const { inputs, targets } = feedOwnWords(batch, predicted, 1, createRandom(1));
    expect([...inputs]).toEqual([START, START, 14, 17, 15, 16]);
    expect(targets).toBe(batch.targets);
  });

  it('leaves the true words alone at share 0', () => {
    expect(feedOwnWords(batch, predicted, 0, createRandom(1)).inputs).toEqual(batch.inputs);
  });

  it('replaces about the share that was asked for', () => {
    const long = packCaptions([Array.from({ length: 100 }, () => Array(20).fill(4))]);
    const own = new Int32Array(long.inputs.length).fill(9);
    const { inputs } = feedOwnWords(long, own, 0.25, createRandom(1));
    const replaced = inputs.filter((id) => id === 9).length;
    expect(replaced / 2000).toBeGreaterThan(0.22);
    expect(replaced / 2000).toBeLessThan(0.28);
  });
});
