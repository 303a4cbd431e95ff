import { describe, expect, it } from 'vitest';
import { NegarError } from '../errors';
import { END, PAD, START, UNK, Vocabulary } from './vocabulary';

const SPECIAL = ['<pad>', '<start>', '<end>', '<unk>'];
const captions = [
  ['a', 'dog', 'runs'],
  ['a', 'cat', 'runs'],
  ['a', 'zebra'],
];

describe('Vocabulary.build', () => {
  it('orders words by count, then alphabetically, after the special tokens', () => {
    const { words } = Vocabulary.build(captions, { minCount: 1 });
    expect(words).toEqual([...SPECIAL, 'a', 'runs', 'cat', 'dog', 'zebra']);
    expect([words[PAD], words[START], words[END], words[UNK]]).toEqual(SPECIAL);
  });

  it('leaves out words that occur less than minCount times', () => {
    expect(Vocabulary.build(captions, { minCount: 2 }).words).toEqual([...SPECIAL, 'a', 'runs']);
    expect(Vocabulary.build(captions, { minCount: 4 }).size).toBe(4);
  });

  it('keeps words that name properties of every object', () => {
    const vocabulary = Vocabulary.build([['constructor', '__proto__']], { minCount: 1 });
    expect(vocabulary.encode(['__proto__', 'constructor', 'toString'])).toEqual([4, 5, UNK]);
  });
});

describe('Vocabulary', () => {
  const vocabulary = Vocabulary.build(captions, { minCount: 2 });

  it('encodes without START and END, and what it does not know as UNK', () => {
    expect(vocabulary.encode(['a', 'dog', 'runs'])).toEqual([4, UNK, 5]);
  });

  it('decodes up to END and skips PAD and START', () => {
    expect(vocabulary.decode([START, 4, PAD, UNK, 5, END, 4])).toEqual(['a', '<unk>', 'runs']);
    expect(vocabulary.decode([])).toEqual([]);
  });

  it.each([6, -1, 4.5, NaN])('refuses to decode the id %s', (id) => {
    expect(() => vocabulary.decode([4, id])).toThrow(/ids 0 to 5/);
  });

  it('survives JSON', () => {
    const restored = Vocabulary.fromWords(JSON.parse(JSON.stringify(vocabulary)));
    expect(restored.words).toEqual(vocabulary.words);
    expect(restored.encode(['runs'])).toEqual([5]);
  });

  it('does not change with the array it was made from', () => {
    const words = [...SPECIAL, 'dog'];
    const own = Vocabulary.fromWords(words);
    words.push('cat');
    expect(own.size).toBe(5);
  });
});

describe('Vocabulary.fromWords', () => {
  it.each([
    ['missing special tokens', ['a', 'dog'], /begin with <pad>/],
    ['nothing', [], /begin with <pad>/],
    ['special tokens in another order', ['<start>', '<pad>', '<end>', '<unk>'], /begin with/],
    ['a duplicate', [...SPECIAL, 'dog', 'cat', 'dog'], /"dog" twice/],
    ['a special token among the words', [...SPECIAL, '<end>'], /"<end>" twice/],
    ['an empty word', [...SPECIAL, 'dog', ''], /empty word at id 5/],
  ])('refuses %s', (_, words, message) => {
    const restore = () => Vocabulary.fromWords(words);
    expect(restore).toThrow(message);
    expect(restore).toThrow(NegarError);
    expect(restore).toThrow(expect.objectContaining({ code: 'ARTEFACT_INVALID' }));
  });
});
