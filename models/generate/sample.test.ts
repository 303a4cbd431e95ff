import { describe, expect, it } from 'vitest';
import { type Distribution, fakeSession } from '../testing/fake-session';
import { END } from '../text/vocabulary';
import { greedy } from './greedy';
import type { SampleOptions } from './options';
import { sample } from './sample';

const [A, B, C] = [4, 5, 6];
/** P(<end>) = 0.1, P(A) = 0.5, P(B) = 0.25, P(C) = 0.05; the special tokens take the last 0.1. */
const fixed: Distribution = () => [0.03, 0.03, 0.1, 0.04, 0.5, 0.25, 0.05];

/** How often each token is the first one in `draws` samples of at most one word. */
async function frequencies(draws: number, options: Omit<SampleOptions, 'seed'>) {
  const counts = new Map([A, B, C, END].map((token) => [token, 0]));
  for (let seed = 0; seed < draws; seed++) {
    const limits = { minWords: 0, maxWords: 1 };
    const { tokens } = await sample(fakeSession(fixed), { ...limits, ...options, seed });
    const token = tokens[0] ?? END;
    counts.set(token, (counts.get(token) ?? 0) + 1);
  }
  return [A, B, C, END].map((token) => counts.get(token)! / draws);
}

/** Four standard errors of a frequency over 4000 draws are at most 0.032. */
const DRAWS = 4000;
const TOLERANCE = 0.032;

const furthest = (measured: number[], expected: number[]) =>
  Math.max(...measured.map((value, i) => Math.abs(value - expected[i])));

describe('sample', () => {
  it('draws what is allowed in proportion to its probability', async () => {
    const total = 0.5 + 0.25 + 0.05 + 0.1;
    const expected = [0.5, 0.25, 0.05, 0.1].map((p) => p / total);
    expect(furthest(await frequencies(DRAWS, {}), expected)).toBeLessThan(TOLERANCE);
  });

  it('sharpens by the temperature: p^(1/T), renormalised', async () => {
    const squares = [0.25, 0.0625, 0.0025, 0.01];
    const total = squares.reduce((a, b) => a + b);
    const measured = await frequencies(DRAWS, { temperature: 0.5 });
    const expected = squares.map((p) => p / total);
    expect(furthest(measured, expected)).toBeLessThan(TOLERANCE);
  });

  it('draws from the nucleus only', async () => {
    const measured = await frequencies(DRAWS, { topP: 0.8 });
    expect(furthest(measured, [2 / 3, 1 / 3, 0, 0])).toBeLessThan(TOLERANCE);
    expect(measured.slice(2)).toEqual([0, 0]);
  });

  it('says the same with the same seed and something else with another', async () => {
    const draw = (seed: number) => sample(fakeSession(fixed), { seed, minWords: 20 });
    expect(await draw(1)).toEqual(await draw(1));
    expect((await draw(1)).tokens).not.toEqual((await draw(2)).tokens);
  });

  it('becomes greedy as the temperature goes to 0', async () => {
    const path = await greedy(fakeSession(fixed));
    for (let seed = 0; seed < 50; seed++) {
      expect(await sample(fakeSession(fixed), { seed, temperature: 1e-4 })).toEqual(path);
    }
  });

  it('reports the probabilities of the model, not those of the draw', async () => {
    const { words, logProb } = await sample(fakeSession(fixed), {
      seed: 4,
      temperature: 1e-4,
      minWords: 1,
      maxWords: 1,
    });
    expect(words[0].probability).toBeCloseTo(0.5, 6);
    expect(logProb).toBeCloseTo(Math.log(0.5) + Math.log(0.1), 6);
  });

  it('hands out each word as it is drawn', async () => {
    const seen: number[] = [];
    const { tokens } = await sample(fakeSession(fixed), {
      seed: 9,
      onWord: ({ token }) => seen.push(token),
    });
    expect(seen).toEqual(tokens);
  });

  it.each([{ temperature: 0 }, { topP: 0 }, { topP: 1.1 }, { seed: -1 }])(
    'refuses %o',
    async (options) => {
      await expect(sample(fakeSession(fixed), { seed: 1, ...options })).rejects.toMatchObject({
        code: 'OPTION_INVALID',
      });
    },
  );
});
