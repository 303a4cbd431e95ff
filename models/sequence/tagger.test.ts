import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { tinyTaggerConfig, tinyTaggerModel } from '../testing/tiny-sequence';
import { keywordsOf } from './keywords';
import { type TaggedWord, Tagger } from './tagger';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const tagger = () => new Tagger(tinyTaggerModel());

describe('a tagger', () => {
  it('tags every word and mark with one of its labels, and leaks nothing', async () => {
    const text = 'A dog runs. The team wins 🏆!';
    const model = tagger();
    const before = tf.memory().numTensors;
    const { words } = await model.tag(text);
    expect(tf.memory().numTensors).toBe(before);
    expect(words.map((word) => word.text)).toEqual([
      'A',
      'dog',
      'runs',
      '.',
      'The',
      'team',
      'wins',
      '🏆',
      '!',
    ]);
    for (const { start, end, text: word, tag, probability } of words) {
      expect(text.slice(start, end)).toBe(word);
      expect(tinyTaggerConfig().labels).toContain(tag);
      expect(probability).toBeGreaterThan(1 / 4 - 1e-6);
      expect(probability).toBeLessThanOrEqual(1);
    }
  });

  it('tags sentences together as it tags each alone', async () => {
    const sentences = ['A dog runs.', 'The team wins a lot!', 'dog'];
    const alone: TaggedWord[] = [];
    for (const sentence of sentences) alone.push(...(await tagger().tag(sentence)).words);
    const together = (await tagger().tag(sentences.join('\n'))).words;
    expect(together.map(({ tag }) => tag)).toEqual(alone.map(({ tag }) => tag));
    together.forEach(({ probability }, i) =>
      expect(probability).toBeCloseTo(alone[i].probability, 5),
    );
  });

  it('refuses a text without a word, and stops when it is cancelled', async () => {
    await expect(tagger().tag(' ')).rejects.toMatchObject({ code: 'TEXT_EMPTY' });
    const signal = AbortSignal.abort();
    await expect(tagger().tag('a dog', { signal })).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

const taggedWords = (words: readonly (readonly [text: string, tag: string])[]) =>
  words.map(([text, tag]) => ({ text, tag, start: 0, end: 0, probability: 1 }));

it('takes nouns, verbs and adjectives as keywords, each once and in lower case', () => {
  const words = taggedWords([
    ['A', 'DET'],
    ['Brown', 'ADJ'],
    ['dog', 'NOUN'],
    ['is', 'AUX'],
    ['running', 'VERB'],
    ['Dog', 'NOUN'],
    ['Berlin', 'PROPN'],
  ]);
  expect(keywordsOf(words)).toEqual({
    nouns: ['dog', 'berlin'],
    verbs: ['running'],
    adjectives: ['brown'],
  });
});

it('takes no keyword from the beginning of a hedged alt text', () => {
  const hedge = [
    ['May', 'PROPN'],
    ['show', 'VERB'],
  ] as const;
  const { nouns, verbs } = keywordsOf(taggedWords([...hedge, ['dogs', 'NOUN']]));
  expect([nouns, verbs]).toEqual([['dogs'], []]);
  expect(keywordsOf(taggedWords([['Dogs', 'NOUN'], ...hedge])).verbs).toEqual(['show']);
});
