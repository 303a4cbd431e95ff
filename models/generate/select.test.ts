import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { mostProbable, selectTop } from './select';

describe('selectTop', () => {
  it('agrees with a full sort', () => {
    const random = createRandom(11);
    for (const count of [1, 2, 7, 100]) {
      const values = Float32Array.from({ length: 3000 }, () => Math.round(random() * 500));
      const sorted = [...values.keys()].sort((a, b) => values[b] - values[a] || a - b);
      expect(selectTop(values, count)).toEqual(sorted.slice(0, count));
    }
  });

  it('leaves out -Infinity and NaN', () => {
    const values = Float32Array.of(-Infinity, -3, NaN, -1);
    expect(selectTop(values, 4)).toEqual([3, 1]);
  });

  it('finds nothing where nothing is allowed', () => {
    expect(mostProbable(new Float32Array(5).fill(-Infinity))).toBeUndefined();
  });
});
