import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { tinyClassifierModel } from '../testing/tiny-sequence';
import { TextClassifier } from './classifier';
import { MAX_CHARACTERS, MAX_WORDS } from './limits';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe.each(['max', 'mean', 'attention'] as const)('a classifier with %s pooling', (pooling) => {
  it('gives every label a probability, names words of the text, and leaks nothing', async () => {
    const classifier = new TextClassifier(tinyClassifierModel({ pooling }));
    const text = 'A dog runs; the team wins!';
    const before = tf.memory().numTensors;
    const { topics, evidence, model } = await classifier.classify(text);
    expect(tf.memory().numTensors).toBe(before);
    expect(topics.map(({ label }) => label).sort()).toEqual(['Animals', 'Sports', 'Weather']);
    expect(topics.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 5);
    expect(topics[0].probability).toBeGreaterThanOrEqual(topics[1].probability);
    for (const { start, end, text: word, weight } of evidence) {
      expect(text.slice(start, end)).toBe(word);
      expect(weight).toBeGreaterThan(0);
    }
    expect(model).toEqual({ id: 'tiny', version: '1.2.3' });
    classifier.dispose();
  });
});

describe('a text', () => {
  const classifier = () => new TextClassifier(tinyClassifierModel());

  it.each(['', '  \n', '?!'])('without a word is refused: %j', async (text) => {
    await expect(classifier().classify(text)).rejects.toMatchObject({ code: 'TEXT_EMPTY' });
  });

  it.each(['зебра 犬 سگ a dog 🐕', 'naïve café', 'a '.repeat(MAX_WORDS)])(
    'of any words is read',
    async (text) => {
      expect((await classifier().classify(text)).topics).toHaveLength(3);
    },
  );

  it.each(['a '.repeat(MAX_WORDS + 1), 'a'.repeat(MAX_CHARACTERS + 1)])(
    'that is too long is refused',
    async (text) => {
      await expect(classifier().classify(text)).rejects.toMatchObject({ code: 'TEXT_TOO_LONG' });
    },
  );
});
