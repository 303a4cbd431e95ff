import { expect, it } from 'vitest';
import { createRandom } from '../random';
import { align } from './align';

const split = (text: string) => text.split(' ').filter((word) => word !== '');

/** Words match exactly, or by their first letter. */
const match = (hypothesis: string, reference: string) =>
  align(split(hypothesis), split(reference), (a, b) => {
    if (a === b) return 'exact' as const;
    return a[0] === b[0] ? ('stem' as const) : undefined;
  });

/** Places of the matched words, hypothesis-reference. */
const places = (hypothesis: string, reference: string) =>
  match(hypothesis, reference)
    .matches.map(({ hypothesisAt, referenceAt }) => `${hypothesisAt}-${referenceAt}`)
    .join(' ');

it('matches nothing where nothing is common', () => {
  expect(match('a b', 'c d')).toMatchObject({ matches: [], chunks: 0 });
  expect(match('', 'c d').matches).toEqual([]);
  expect(match('a b', '').matches).toEqual([]);
});

it('counts runs that are unbroken in both captions', () => {
  expect(match('a b c d', 'a b c d').chunks).toBe(1);
  // "a b" and "c d" in turned order.
  expect(match('a b c d', 'c d a b').chunks).toBe(2);
  // A word between breaks the run, in either caption.
  expect(match('a b x c', 'a b c').chunks).toBe(2);
  expect(match('a b c', 'a b x c').chunks).toBe(2);
  expect(match('c b a', 'a b c').chunks).toBe(3);
});

it('matches each word at most once', () => {
  expect(places('a a a', 'a b a')).toBe('0-0 2-2');
  expect(match('a b a', 'a').matches).toHaveLength(1);
});

it('prefers fewer chunks', () => {
  // Either "a" could stand for the first; the second makes one run.
  expect(places('a b', 'a c a b')).toBe('0-2 1-3');
});

it('covers as much as it can before it counts chunks', () => {
  // Three matches in two runs, not one run of two.
  expect(match('a b c', 'b c a')).toMatchObject({ chunks: 2 });
  expect(match('a b c', 'b c a').matches).toHaveLength(3);
});

it('prefers near places among equal ones', () => {
  expect(places('x y a', 'a z a q w a')).toBe('2-2');
});

it('prefers an exact match to one by the stem', () => {
  expect(match('ab', 'ac ab').matches).toEqual([
    { hypothesisAt: 0, referenceAt: 1, kind: 'exact' },
  ]);
  expect(match('ab', 'ac').matches).toEqual([{ hypothesisAt: 0, referenceAt: 0, kind: 'stem' }]);
});

it('ends on captions of one repeated word', () => {
  const long = 'a '.repeat(40);
  expect(match(long, long)).toMatchObject({ chunks: 1 });
  expect(match(long, long).matches).toHaveLength(40);
});

it('finds the best of all alignments of short captions', () => {
  const random = createRandom(1);
  const caption = () =>
    Array.from({ length: 1 + Math.floor(5 * random()) }, () => 'abc'[Math.floor(3 * random())]);
  /** Matched words and chunks of every alignment: at each word, none or a free place of the reference. */
  const every = (words: string[], reference: string[], last = -2, used = ''): number[][] => {
    if (words.length === 0) return [[0, 0]];
    const [word, ...rest] = words;
    const unmatched = every(rest, reference, -2, used);
    const matched = reference.flatMap((other, at) => {
      if (other !== word || used.includes(`${at}`)) return [];
      const chunk = at === last + 1 ? 0 : 1;
      return every(rest, reference, at, used + at).map(([n, chunks]) => [n + 1, chunks + chunk]);
    });
    return [...unmatched, ...matched];
  };
  for (let i = 0; i < 200; i++) {
    const [hypothesis, reference] = [caption(), caption()];
    const [best] = every(hypothesis, reference).sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    const { matches, chunks } = match(hypothesis.join(' '), reference.join(' '));
    expect([matches.length, chunks]).toEqual(best);
  }
});
