import { describe, expect, it } from 'vitest';
import { learnSubwords } from '../training/learn-subwords';
import { pretokenize, Subwords } from './subwords';
import { UNK, Vocabulary } from './vocabulary';

const SPECIAL = '<pad> <start> <end> <unk>'.split(' ');
const known = (...pieces: string[]) => new Subwords(Vocabulary.fromWords([...SPECIAL, ...pieces]));
const piecesOf = (subwords: Subwords, text: string) =>
  subwords.encode(text).map((id) => subwords.vocabulary.words[id]);

describe('pretokenize', () => {
  it.each([
    ['a dog', ['▁a', '▁dog']],
    ["  l'homme,  ici ", ['▁l', "'", 'homme', ',', '▁ici']],
    ['(a) 12,5', ['▁(', 'a', ')', '▁12', ',', '5']],
    ['می\u200cرود', ['▁می\u200cرود']],
    ['', ['▁']],
  ])('splits %j', (text, expected) => {
    expect(pretokenize(text)).toEqual(expected);
  });
});

describe('Subwords', () => {
  it('merges what was learnt first, wherever it is', () => {
    const subwords = known('▁', 'a', 'b', 'c', 'bc', 'ab', '▁a', 'abc');
    // "bc" comes before "ab": ▁ a b c -> ▁ a bc -> ▁a bc, and "▁abc" is none.
    expect(piecesOf(subwords, 'abc')).toEqual(['▁a', 'bc']);
    expect(piecesOf(subwords, 'ab')).toEqual(['▁', 'ab']);
    expect(piecesOf(subwords, 'bcbc')).toEqual(['▁', 'bc', 'bc']);
  });

  it('gives back the text it was given, but for spaces and what it does not know', () => {
    const texts = ["l'homme à la fenêtre", 'ein Hund, 2 Katzen!', 'سگی می\u200cدود', 'a (b)'];
    const subwords = learnSubwords(texts, { size: 200, marks: ['<de>'], minCount: 1 });
    for (const text of texts) expect(subwords.decode(subwords.encode(text))).toBe(text);
    expect(subwords.decode(subwords.encode('  a   Hund '))).toBe('a Hund');
    expect(subwords.encode('犬🐕')).toContain(UNK);
    expect(subwords.decode(subwords.encode('a 犬'))).toBe('a');
  });
});

describe('learnSubwords', () => {
  const options = { marks: ['<de>'], minCount: 2 };

  it('joins the most frequent neighbours first, and the first in order of equal ones', () => {
    // Of ▁low ▁low ▁lower: ▁l, lo and ow 3 times each, then ▁low with its parts.
    const { vocabulary } = learnSubwords(['low low lower'], { ...options, size: 11 });
    expect(vocabulary.words).toEqual([...SPECIAL, '<de>', 'l', 'o', 'w', '▁', 'lo', 'low']);
  });

  it('leaves rare characters out, and stops where nothing is left to join', () => {
    const { vocabulary } = learnSubwords(['ab ab x'], { ...options, size: 100 });
    expect(vocabulary.words).toEqual([...SPECIAL, '<de>', 'a', 'b', '▁', 'ab', '▁ab']);
  });

  it('learns the same from the same texts', () => {
    const texts = ['a dog runs in the grass', 'the dogs ran on grass'];
    const learn = () => learnSubwords(texts, { ...options, size: 40 }).vocabulary.words;
    expect(learn()).toEqual(learn());
  });
});
