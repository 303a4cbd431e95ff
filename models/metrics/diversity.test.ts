import { describe, expect, it } from 'vitest';
import { Vocabulary } from '../text/vocabulary';
import { measureDiversity } from './diversity';

const words = (text: string) => text.split(' ');
const vocabulary = Vocabulary.build([words('a dog cat runs sleeps fast snow tree')], {
  minCount: 1,
});

describe('measureDiversity', () => {
  it('counts words, pairs, copies and the used part of the vocabulary', () => {
    const captions = ['a dog runs', 'a dog runs', 'a dog sleeps', 'a <unk>'].map(words);
    const training = ['a dog runs', 'a dog sleeps fast'].map(words);
    expect(measureDiversity(captions, training, vocabulary)).toEqual({
      // a, dog, runs, sleeps and <unk>, of 11 words.
      distinctWords: 5,
      distinct1: 5 / 11,
      // "a dog", "dog runs", "dog sleeps" and "a <unk>", of 2 + 2 + 2 + 1 pairs.
      distinct2: 4 / 7,
      // Only "a dog runs", which occurs twice; the beginning of a training caption is no copy.
      copiedShare: 2 / 4,
      // Four of eight words; <unk> is not one of them.
      vocabularyShare: 4 / 8,
      meanLength: 11 / 4,
    });
  });

  it('is 0 for no captions', () => {
    expect(measureDiversity([], [], vocabulary)).toEqual({
      distinctWords: 0,
      distinct1: 0,
      distinct2: 0,
      copiedShare: 0,
      vocabularyShare: 0,
      meanLength: 0,
    });
  });
});
