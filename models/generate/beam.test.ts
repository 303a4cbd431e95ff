import { describe, expect, it, vi } from 'vitest';
import { createRandom } from '../random';
import { type Distribution, fakeSession } from '../testing/fake-session';
import { END, PAD, START, UNK } from '../text/vocabulary';
import { beamSearch } from './beam';
import { greedy } from './greedy';
import { lengthNormalized } from './hypothesis';
import { rank } from './rank';

const [A, B, C] = [4, 5, 6];
const WORDS = [A, B, C];

/** Probabilities of END, A, B and C after each prefix, the special tokens taking what is left over. */
function table(rows: Record<string, [number, number, number, number]>): Distribution {
  return (tokens) => {
    const [end, a, b, c] = rows[tokens.join()] ?? [0.97, 0.01, 0.01, 0.01];
    const probabilities = [0, 0, 0, 0, a, b, c];
    probabilities[END] = end;
    return probabilities.map((p) => p || 1e-9);
  };
}

/** Word A looks best at first, but B leads to the more probable caption. */
const trap = table({
  '': [0.01, 0.5, 0.4, 0.09],
  [`${A}`]: [0.3, 0.3, 0.3, 0.1],
  [`${B}`]: [0.9, 0.05, 0.03, 0.02],
});

/** A different random distribution after every prefix, the special tokens included. */
const random =
  (seed: number): Distribution =>
  (tokens) => {
    const draw = createRandom(tokens.reduce((hash, token) => hash * 31 + token, seed * 7919));
    const weights = Array.from({ length: 7 }, () => draw() ** 3 + 1e-3);
    const total = weights.reduce((a, b) => a + b);
    return weights.map((weight) => weight / total);
  };

interface Scored {
  tokens: number[];
  logProb: number;
  score: number;
}

/** Every caption of `minWords` to `maxWords` words with its score, best first. */
function enumerate(
  distribution: Distribution,
  { minWords, maxWords, alpha }: { minWords: number; maxWords: number; alpha: number },
): Scored[] {
  const visit = (tokens: number[], logProb: number): Scored[] => {
    const next = distribution(tokens).map((p) => Math.fround(Math.log(p)));
    const total = logProb + next[END];
    const score = lengthNormalized(total, tokens.length + 1, alpha);
    const here = tokens.length >= minWords ? [{ tokens, logProb: total, score }] : [];
    if (tokens.length === maxWords) return here;
    return [...here, ...WORDS.flatMap((word) => visit([...tokens, word], logProb + next[word]))];
  };
  return visit([], 0).sort((a, b) => b.score - a.score);
}

describe('beamSearch', () => {
  it('finds the caption that greedy search misses, with its exact probability', async () => {
    const limits = { minWords: 0, maxWords: 3 };
    expect((await greedy(fakeSession(trap), limits)).tokens).toEqual([A]);
    const [best] = await beamSearch(fakeSession(trap), { ...limits, beamWidth: 2 });
    expect(best.tokens).toEqual([B]);
    expect(Math.exp(best.logProb)).toBeCloseTo(0.4 * 0.9, 6);
    expect(best.words.map(({ probability }) => probability)[0]).toBeCloseTo(0.4, 6);
    expect(best.finished).toBe(true);
  });

  it.each([0, 0.7, 1, 2])(
    'wide enough, gives the exact best captions in order (alpha %s)',
    async (alpha) => {
      for (let seed = 1; seed <= 20; seed++) {
        const limits = { minWords: seed % 3, maxWords: 3 };
        const expected = enumerate(random(seed), { ...limits, alpha }).slice(0, 40);
        const found = await beamSearch(fakeSession(random(seed)), {
          ...limits,
          beamWidth: 40,
          lengthPenalty: alpha,
        });
        const wanted = expected.slice(0, found.length);
        expect(found.length).toBeGreaterThan(20);
        expect(found.map(({ tokens }) => tokens)).toEqual(wanted.map(({ tokens }) => tokens));
        found.forEach(({ logProb, score }, i) => {
          expect(logProb).toBeCloseTo(wanted[i].logProb, 10);
          expect(score).toBeCloseTo(wanted[i].score, 10);
        });
      }
    },
  );

  it('stops once no live hypothesis can win', async () => {
    const session = fakeSession(
      table({ '': [0.5, 0.4, 0.05, 0.05], [`${A}`]: [0.55, 0.35, 0.05, 0.05] }),
    );
    const found = await beamSearch(session, { minWords: 0, beamWidth: 2 });
    expect(found.map(({ tokens }) => tokens)).toEqual([[], [A]]);
    expect(session.steps).toBe(2);
  });

  it('goes on while a live hypothesis can displace the worst of the best', async () => {
    const session = fakeSession(
      table({ '': [0.6, 0.3, 0.05, 0.05], [`${A}`]: [0.2, 0.7, 0.05, 0.05] }),
    );
    const found = await beamSearch(session, { minWords: 0, beamWidth: 2 });
    expect(found.map(({ tokens }) => tokens)).toEqual([[], [A, A]]);
    expect(Math.exp(found[1].logProb)).toBeCloseTo(0.3 * 0.7 * 0.97, 6);
  });

  it('goes on while a longer caption can have a better normalised score', async () => {
    const session = fakeSession(
      table({
        '': [0.5, 0.4, 0.05, 0.05],
        [`${A}`]: [0.7, 0.2, 0.05, 0.05],
        [`${[A, A]}`]: [0.01, 0.97, 0.01, 0.01],
        [`${[A, A, A]}`]: [0.01, 0.97, 0.01, 0.01],
        [`${[A, A, A, A]}`]: [0.01, 0.97, 0.01, 0.01],
      }),
    );
    const limits = { minWords: 0, lengthPenalty: 1, beamWidth: 2 };
    const [best] = await beamSearch(session, limits);
    expect(best.tokens).toEqual([A, A, A, A, A]);
    expect(best.score).toBeCloseTo(Math.log(0.4 * 0.2 * 0.97 ** 4) / 6, 6);
  });

  it('with width 1 equals greedy search exactly', async () => {
    for (let seed = 1; seed <= 50; seed++) {
      const limits = { minWords: seed % 6, maxWords: 8, lengthPenalty: 0.5 };
      const path = await greedy(fakeSession(random(seed), 3), limits);
      const beam = await beamSearch(fakeSession(random(seed), 3), { ...limits, beamWidth: 1 });
      expect(beam).toEqual([path]);
    }
  });

  it('carries the attention of each word along the hypothesis it belongs to', async () => {
    const found = await beamSearch(fakeSession(random(3), 2), { beamWidth: 4, minWords: 3 });
    for (const { tokens, words } of found) {
      expect(words.map(({ token }) => token)).toEqual(tokens);
      expect(words.map(({ attention }) => [...attention!])).toEqual(tokens.map((_, i) => [i, 0]));
    }
  });

  it('orders equal candidates the same way every time', async () => {
    const even: Distribution = () => Array(7).fill(1 / 7);
    const options = { beamWidth: 3, minWords: 1, maxWords: 2 };
    const found = await beamSearch(fakeSession(even), options);
    expect(found.map(({ tokens }) => tokens)).toEqual([[A], [A, A], [A, B]]);
  });

  it('never writes <pad>, <start> or <unk>, however probable', async () => {
    const special: Distribution = () => [0.3, 0.3, 0.01, 0.3, 0.05, 0.03, 0.01];
    const found = await beamSearch(fakeSession(special), { beamWidth: 5 });
    for (const token of found.flatMap(({ tokens }) => tokens)) {
      expect([PAD, START, UNK]).not.toContain(token);
    }
  });

  it.each([{ beamWidth: 0 }, { beamWidth: 1.5 }, { beamWidth: 101 }, { lengthPenalty: -1 }])(
    'refuses %o',
    async (options) => {
      await expect(beamSearch(fakeSession(trap), options)).rejects.toMatchObject({
        code: 'OPTION_INVALID',
      });
    },
  );

  it('stops when cancelled and leaves the session to its owner', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const session = fakeSession((tokens) => {
      if (tokens.length === 2) controller.abort();
      return random(1)(tokens);
    });
    await expect(beamSearch(session, { minWords: 8, signal })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(session.steps).toBe(3);
    expect(session.disposals).toBe(0);
  });

  it('orders what it found by consensus and by what was detected, where that is asked for', async () => {
    const options = { beamWidth: 4, minWords: 2, maxWords: 4 };
    const byScore = await beamSearch(fakeSession(random(3)), options);
    const consensus = 5;
    const found = await beamSearch(fakeSession(random(3)), { ...options, consensus });
    expect(found).toEqual(rank(byScore, { consensus, detection: 0 }, null));
    expect(found).not.toEqual(byScore);
    const detected = Float32Array.from({ length: 100 }, (_, id) => Math.sin(id));
    const session = { ...fakeSession(random(3)), detect: () => Promise.resolve(detected) };
    const seen = await beamSearch(session, { ...options, detection: 1 });
    expect(seen).toEqual(rank(byScore, { consensus: 0, detection: 1 }, detected));
    expect(seen).not.toEqual(byScore);
  });

  it('does not look for words where their weight is 0', async () => {
    const detect = vi.fn<() => Promise<Float32Array>>();
    await beamSearch({ ...fakeSession(random(3)), detect }, { beamWidth: 2 });
    expect(detect).not.toHaveBeenCalled();
  });
});
