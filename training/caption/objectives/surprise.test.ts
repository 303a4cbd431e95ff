import { expect, it } from 'vitest';
import { learnSurprise } from './surprise';

const captions = ['a dog runs', 'a dog sits', 'a cat'].map((text) => text.split(' '));
const surprise = learnSurprise(captions);

it('is the mean of -ln q, q interpolated as Witten and Bell do', () => {
  // Of 8 words, 5 different, and one more that was never seen: P(w) = (n + 1) / 14.
  const a = (3 + 1 * (4 / 14)) / (3 + 1);
  const dog = (2 + 2 * (3 / 14)) / (3 + 2);
  const runs = (1 + 2 * (2 / 14)) / (2 + 2);
  expect(surprise(['a', 'dog', 'runs'])).toBeCloseTo(-Math.log(a * dog * runs) / 3, 12);
  expect(surprise(['a'])).toBeCloseTo(-Math.log(a), 12);
});

it('falls back on single words after a word that nothing follows, and knows unseen words', () => {
  const cat = (1 + 2 * (2 / 14)) / (3 + 2);
  const a = (3 + 1 * (4 / 14)) / (3 + 1);
  expect(surprise(['a', 'cat', 'yawns'])).toBeCloseTo(-Math.log(a * cat * (1 / 14)) / 3, 12);
});

it('is a distribution over the words and one unseen', () => {
  const next = ['a', 'dog', 'runs', 'sits', 'cat', 'unseen'];
  const first = Math.exp(-surprise(['a']));
  const total = next.reduce((p, word) => p + Math.exp(-2 * surprise(['a', word])) / first, 0);
  expect(total).toBeCloseTo(1, 12);
});

it('is greater for rarer words, and 0 of nothing', () => {
  expect(surprise(['a', 'cat'])).toBeGreaterThan(surprise(['a', 'dog']));
  expect(surprise([])).toBe(0);
});
