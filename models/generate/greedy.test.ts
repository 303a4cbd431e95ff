import { describe, expect, it } from 'vitest';
import { type Distribution, fakeSession } from '../testing/fake-session';
import { greedy } from './greedy';
import type { DecodedWord } from './hypothesis';

const [A, B, C] = [4, 5, 6];

/** Wants to end at once, then to say A, B, C. */
const terse: Distribution = () => [1e-3, 1e-3, 0.6, 1e-3, 0.2, 0.1, 0.097];
/** Never wants to end. */
const endless: Distribution = (tokens) =>
  [1e-3, 1e-3, 1e-3, 1e-3, 0.3, 0.3, 0.396].map((p, token) =>
    token === [A, B, C][tokens.length % 3] ? p + 0.3 : p * 0.7,
  );

describe('greedy', () => {
  it('takes the most probable word and sums log-probabilities, <end> included', async () => {
    const { tokens, logProb, score, finished } = await greedy(fakeSession(terse), {
      minWords: 2,
      lengthPenalty: 1,
    });
    expect(tokens).toEqual([A, A]);
    expect(logProb).toBeCloseTo(2 * Math.log(0.2) + Math.log(0.6), 6);
    expect(score).toBeCloseTo(logProb / 3, 10);
    expect(finished).toBe(true);
  });

  it('writes at least 5 and at most 20 words unless told otherwise', async () => {
    expect((await greedy(fakeSession(terse))).tokens).toHaveLength(5);
    expect((await greedy(fakeSession(endless))).tokens).toHaveLength(20);
  });

  it('allows an empty caption when no words are required', async () => {
    const { tokens, logProb } = await greedy(fakeSession(terse), { minWords: 0 });
    expect(tokens).toEqual([]);
    expect(logProb).toBeCloseTo(Math.log(0.6), 6);
  });

  it('says when a caption was cut', async () => {
    const cut = await greedy(fakeSession(endless), { minWords: 0, maxWords: 4 });
    expect(cut.tokens).toEqual([A, B, C, A]);
    expect(cut.finished).toBe(false);
    const complete = await greedy(fakeSession(terse), { minWords: 4, maxWords: 4 });
    expect(complete.finished).toBe(true);
  });

  it('hands out each word as it is decoded', async () => {
    const session = fakeSession(endless, 2);
    const seen: [number, DecodedWord][] = [];
    const { words } = await greedy(session, {
      maxWords: 6,
      onWord: (word) => seen.push([session.steps, word]),
    });
    expect(seen.map(([, word]) => word)).toEqual(words);
    expect(seen.map(([step]) => step)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(words[2].probability).toBeCloseTo(0.696, 6);
    expect([...words[2].attention!]).toEqual([2, 0]);
  });

  it('has no attention where the decoder has none', async () => {
    const { words } = await greedy(fakeSession(terse));
    expect(words.map(({ attention }) => attention)).toEqual(Array(5).fill(null));
  });

  it('never says a trigram twice when told so', async () => {
    const { tokens } = await greedy(fakeSession(endless), { blockRepeatedTrigrams: true });
    const trigrams = tokens.slice(2).map((_, i) => tokens.slice(i, i + 3).join());
    expect(tokens.length).toBeGreaterThan(6);
    expect(new Set(trigrams).size).toBe(trigrams.length);
  });

  it('stops when cancelled and leaves the session to its owner', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const session = fakeSession((tokens) => {
      if (tokens.length === 2) controller.abort();
      return endless(tokens);
    });
    await expect(greedy(session, { signal })).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(session.steps).toBe(3);
    expect(session.disposals).toBe(0);
  });

  it('does not start when already cancelled', async () => {
    const session = fakeSession(endless);
    const signal = AbortSignal.abort();
    await expect(greedy(session, { signal })).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(session.steps).toBe(0);
  });

  it('refuses probabilities that are not numbers', async () => {
    const broken = fakeSession(() => Array(7).fill(NaN));
    await expect(greedy(broken)).rejects.toThrow('NaN');
  });

  it.each([{ minWords: -1 }, { maxWords: 0 }, { maxWords: 3 }, { minWords: 2.5 }])(
    'refuses %o and names the option',
    async (options) => {
      await expect(greedy(fakeSession(terse), options)).rejects.toMatchObject({
        code: 'OPTION_INVALID',
        message: expect.stringMatching(/minWords|maxWords/),
      });
    },
  );
});
