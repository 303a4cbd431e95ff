import { describe, expect, it } from 'vitest';
import { reframe, unframe } from './framing';

describe('unframe', () => {
  it.each([
    ['A dog runs.', 'A dog runs', true, '.'],
    ['a dog runs', 'a dog runs', false, ''],
    ['  «Ist  das so» ? ', '«Ist das so»', true, '?'],
    ['سگی می‌دود؟', 'سگی می‌دود', false, '?'],
    ['He’s e\u0301mu!', "He's ému", true, '!'],
    ['2 dogs', '2 dogs', false, ''],
    ['.', '', false, '.'],
    ['', '', false, ''],
  ])('takes %j apart', (sentence, core, isCapital, end) => {
    expect(unframe(sentence)).toEqual({ core, isCapital, end });
  });
});

describe('reframe', () => {
  it.each([
    ['A dog runs.', 'ein Hund läuft', 'de', 'Ein Hund läuft.'],
    ['a dog runs', 'ein Hund läuft', 'de', 'ein Hund läuft'],
    ['A dog?', 'سگ', 'fa', 'سگ؟'],
    ['A "dog"!', '"été"', 'fr', '"Été"!'],
    ['A', '', 'cs', ''],
  ])('writes as %j begins and ends: %j', (source, core, language, expected) => {
    expect(reframe(core, unframe(source), language)).toBe(expected);
  });
});
