import { describe, expect, it } from 'vitest';
import { shorten } from './shorten';

describe('shorten', () => {
  it('leaves what fits', () => {
    expect(shorten('a dog with its tongue out', 25)).toBe('a dog with its tongue out');
    expect(shorten('', 10)).toBe('');
  });

  // The limit is so many characters above the length of the expected text.
  it.each([
    ['a preposition', 'a dog runs through deep snow', 'a dog runs', 12],
    ['a conjunction', 'a boy in a red hat and a dog', 'a boy in a red hat', 8],
    ['a second verb', 'a dog runs fast and jumps', 'a dog runs fast', 8],
    ['a clause', 'two people talk while a dog sleeps', 'two people talk', 12],
    ['a participle', 'a man wearing a red shirt', 'a man', 19],
    ['a verb', 'a man in a hat is asleep', 'a man in a hat', 8],
    ['a comma', 'a dog, a very small cat', 'a dog', 14],
  ])('cuts before %s', (_, text, expected, spare) => {
    expect(shorten(text, expected.length + spare)).toBe(expected);
  });

  it.each([
    ['joined adjectives', 'a cat beside a black and white dog', 30, 'a cat'],
    ['"next to"', 'a cat next to a dog', 10, 'a cat'],
    ['"in front of"', 'a cat sits in front of a dog', 25, 'a cat sits'],
    ['"a group of"', 'trees and a group of children', 25, 'trees'],
    ['an auxiliary and its verb', 'a cat on a mat is sleeping here', 20, 'a cat on a mat'],
    ['an adverb and its verb', 'a cat on a mat slowly eating a fish', 30, 'a cat on a mat'],
    ['a participle and its agent', 'a cat chased by a big dog', 20, 'a cat'],
    ['an adjective and a noun', 'a cat in a red running suit', 20, 'a cat'],
  ])('keeps %s together', (_, text, limit, expected) => {
    expect(shorten(text, limit)).toBe(expected);
  });

  it.each([
    ['a dog standing in front of a', 'a dog standing'],
    ['a man in a red shirt is', 'a man in a red shirt'],
    ['a man wearing a red', 'a man wearing a red'],
    ['a dog on a beach and', 'a dog on a beach'],
    ['a group of', 'a group'],
    ['of the', ''],
  ])('takes the loose end off "%s"', (text, expected) => {
    expect(shorten(text, 100)).toBe(expected);
  });

  it('ends after a word where no phrase begins', () => {
    expect(shorten('large brown hunting dog kennel', 25)).toBe('large brown hunting dog');
  });

  it('leaves function words out when nothing else would fit', () => {
    expect(shorten('some of these people', 12)).toBe('these people');
  });

  it('cuts a word only if it does not fit by itself', () => {
    expect(shorten('abcdefghijkl mno', 10)).toBe('abcdefghij');
  });
});
