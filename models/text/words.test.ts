import { describe, expect, it } from 'vitest';
import { splitLetters, splitSentences, splitWords } from './words';

const texts = (text: string) => splitWords(text).map((word) => word.text);

describe('splitWords', () => {
  it.each([
    ["I don't, you can't!", ['I', 'do', "n't", ',', 'you', 'ca', "n't", '!']],
    ['The dog’s bone; we’re', ['The', 'dog', '’s', 'bone', ';', 'we', '’re']],
    ['It cannot rain.', ['It', 'can', 'not', 'rain', '.']],
    ['a well-known e-mail', ['a', 'well', '-', 'known', 'e-mail']],
    ['At 10:30 on 07/17/2000, $3.50', ['At', '10:30', 'on', '07/17/2000', ',', '$', '3.50']],
    ['the U.S. and Mr. X', ['the', 'U.S.', 'and', 'Mr.', 'X']],
    ['see http://a.b/c?d=1, or me@x.org.', ['see', 'http://a.b/c?d=1', ',', 'or', 'me@x.org', '.']],
    ['What?!... "no"', ['What', '?', '!', '...', '"', 'no', '"']],
    ['so nice :-) 👩🏽‍🚀🎉', ['so', 'nice', ':-)', '👩🏽‍🚀', '🎉']],
    ['سگ می‌دود، 犬が走る。', ['سگ', 'می‌دود', '،', '犬が走る', '。']],
    ['\u0000\u200b \t\n', []],
    ['\ud800', ['\ud800']],
  ])('splits %j', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it('says where each word stands', () => {
    const text = "👍 She isn't\nhere: 3rd row";
    for (const { text: word, start, end } of splitWords(text)) {
      expect(text.slice(start, end)).toBe(word);
    }
  });

  it.each(['a', '1', '1.', '-', "a'", 'a@', 'A.', '🎉', 'e-', 'http://', ':', '\u200d'])(
    'is done with 200,000 characters of %j',
    (part) => {
      expect(splitWords(part.repeat(200_000 / part.length)).length).toBeLessThanOrEqual(200_000);
    },
  );
});

describe('splitSentences', () => {
  const sentences = (text: string, longest = 100) =>
    splitSentences(text, splitWords(text), longest).map((words) =>
      words.map((word) => word.text).join(' '),
    );

  it('ends a sentence at its mark, with the quotes that close it', () => {
    expect(sentences('He said "go!" Then he left. Why')).toEqual([
      'He said " go ! "',
      'Then he left .',
      'Why',
    ]);
  });

  it('ends a sentence with its line', () => {
    expect(sentences('a dog runs\na man rides')).toEqual(['a dog runs', 'a man rides']);
  });

  it('cuts a sentence that is too long', () => {
    expect(sentences('a b c d e', 2)).toEqual(['a b', 'c d', 'e']);
  });

  it('has nothing to say of an empty text', () => {
    expect(sentences('')).toEqual([]);
  });
});

it('finds runs of letters', () => {
  const found = splitLetters('Yen #39;s 5% fall, café! 犬');
  expect(found.map((word) => word.text)).toEqual(['Yen', 's', 'fall', 'café', '犬']);
});
