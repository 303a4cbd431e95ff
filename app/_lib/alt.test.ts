import { describe, expect, it } from 'vitest';
import { altOf, lengthOf, mayBeWrong, suggestedAlt, sureness, wordingOf } from './alt';
import type { EngineCaption } from './engine';
import type { Described } from './photo';

function caption(hedged: boolean): EngineCaption {
  return {
    candidates: [0.4, 0.3, 0.5].map((confidence, i) => ({
      text: `a dog ${i}`,
      logProbability: -1,
      confidence,
    })),
    words: [],
    alt: 'May show a dog 0.',
    hedged,
    model: { id: 'captioner', version: '1.0.0' },
    timings: { queue: 0, image: 0, prepare: 0, encode: 0, decode: 0, total: 0 },
  };
}

describe('the alt text', () => {
  const described: Described = {
    step: 'done',
    caption: caption(true),
    chosen: 0,
    isOwn: false,
    decorative: false,
  };

  it.each<[Partial<Described>, string, string]>([
    [{}, 'May show a dog 0.', 'May show a dog 0.'],
    [{ chosen: 1 }, 'A dog 1.', 'A dog 1.'],
    [{ own: 'Rex', isOwn: true }, 'Rex', 'Rex'],
    [{ own: 'Rex', chosen: 1 }, 'A dog 1.', 'A dog 1.'],
    [{ own: '', isOwn: true }, '', ''],
    [{ own: 'Rex', isOwn: true, decorative: true }, 'Rex', ''],
  ])('with %j is worded "%s" and is "%s"', (change, wording, alt) => {
    expect(wordingOf({ ...described, ...change })).toBe(wording);
    expect(altOf({ ...described, ...change })).toBe(alt);
  });
});

it('suggests a sentence for each candidate', () => {
  expect([0, 1, 2].map((i) => suggestedAlt(caption(true), i))).toEqual([
    'May show a dog 0.',
    'A dog 1.',
    'A dog 2.',
  ]);
});

it('says in words how sure it is', () => {
  expect([0.3, 0.5, 0.69, 0.7].map(sureness)).toEqual(['low', 'medium', 'medium', 'high']);
});

it('warns of hedged captions, and of what is no surer', () => {
  expect([0, 1, 2].map((i) => mayBeWrong(caption(true), i))).toEqual([true, true, false]);
  expect(mayBeWrong(caption(false), 0)).toBe(false);
});

it('counts characters as people do', () => {
  expect(lengthOf('été')).toBe(3);
  expect(lengthOf('👩‍👧 e\u0301')).toBe(3);
});
