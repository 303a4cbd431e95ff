import { describe, expect, it } from 'vitest';
import { detokenize, tokenize } from './tokenizer';

describe('tokenize', () => {
  it.each([
    ['A dog runs .', ['a', 'dog', 'runs']],
    ['The man-made, well-lit "T-shirt"!', ['the', 'man', 'made', 'well', 'lit', 't', 'shirt']],
    ["A dog's ball", ['a', 'dog', "'s", 'ball']],
    ["two dogs' ball", ['two', 'dogs', "'", 'ball']],
    ["'tis rock'n'roll", ["'tis", 'rock', "'n", "'roll"]],
    ["''", ["'", "'"]],
    ['dog’s café', ['dog', 's', 'caf']],
    ['number 23b\tand\na new line', ['number', '23b', 'and', 'a', 'new', 'line']],
    ['... - !', []],
    ['', []],
  ])('splits %j', (text, tokens) => {
    expect(tokenize(text)).toEqual(tokens);
  });

  it('agrees with the rule written step by step, on every ASCII character', () => {
    const text = Array.from({ length: 128 }, (_, code) => `a${String.fromCharCode(code)}Z`).join(
      '',
    );
    const stepwise = text
      .toLowerCase()
      .replaceAll('-', ' ')
      .replace(/[^a-z0-9']/g, ' ')
      .replaceAll("'", " '")
      .split(' ')
      .filter((token) => token !== '');
    expect(tokenize(text)).toEqual(stepwise);
  });
});

describe('detokenize', () => {
  it('joins an apostrophe with the word before it and nothing else', () => {
    expect(detokenize(['a', 'dog', "'s", 'ball', 's'])).toBe("a dog's ball s");
    expect(detokenize(["'tis"])).toBe("'tis");
    expect(detokenize([])).toBe('');
  });

  it('is undone by tokenize', () => {
    for (const tokens of [
      ['two', 'dogs', "'", 'ball'],
      ["'", "'s", 'x'],
      ['rock', "'n", "'roll"],
    ]) {
      expect(tokenize(detokenize(tokens))).toEqual(tokens);
    }
  });
});
