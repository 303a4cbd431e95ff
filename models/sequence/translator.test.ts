import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { beamSearch } from '../generate/beam';
import { greedy } from '../generate/greedy';
import { tinyTranslatorModel } from '../testing/tiny-sequence';
import { MAX_CHARACTERS, MAX_TRANSLATED_WORDS } from './limits';
import { createTranslationSession } from './translation-session';
import { Translator } from './translator';
import { makeOutputLayer, packSources, readSources } from './translator-network';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const translator = () => new Translator(tinyTranslatorModel());

describe('a translator', () => {
  it('writes each language in its own pieces and direction, and leaks nothing', async () => {
    const before = tf.memory().numTensors;
    const model = translator();
    const { translations, model: name } = await model.translate('A dog. a dogs?', ['fa', 'de']);
    model.dispose();
    expect(tf.memory().numTensors).toBe(before);
    expect(translations.map(({ lang, dir }) => [lang, dir])).toEqual([
      ['fa', 'rtl'],
      ['de', 'ltr'],
    ]);
    expect(translations[0].text).toMatch(/^(سگ|یک|s| )+\. (سگ|یک|s| )+؟$/);
    expect(translations[1].text).toMatch(/^(ein|hund|s| )+\. (ein|hund|s| )+\?$/i);
    expect(name).toEqual({ id: 'tiny', version: '1.2.3' });
  });

  it('keeps what is between sentences, and sentences of which it knows nothing', async () => {
    const { translations } = await translator().translate(' 犬🐕\n\na dog\n犬!', ['de']);
    expect(translations[0].text).toMatch(/^ 犬🐕\n\n(ein|hund|s| )+\n犬!$/);
  });

  it('translates a sentence among others as it does alone', async () => {
    const model = translator();
    const alone = await model.translate('a dog', ['fa']);
    const together = await model.translate('a dog\ndogs a', ['fa']);
    expect(together.translations[0].text.split('\n')[0]).toBe(alone.translations[0].text);
  });

  it.each(['', ' \n', '\u200b'])('refuses %j, which has no word', async (text) => {
    await expect(translator().translate(text, ['de'])).rejects.toMatchObject({
      code: 'TEXT_EMPTY',
    });
  });

  it.each([
    'a '.repeat(MAX_TRANSLATED_WORDS + 1),
    'a '.repeat(10_000),
    'a'.repeat(MAX_CHARACTERS + 1),
  ])('refuses what is too long', async (text) => {
    await expect(translator().translate(text, ['de'])).rejects.toMatchObject({
      code: 'TEXT_TOO_LONG',
    });
  });

  it.each(['зебра 犬 سگ a dog 🐕', 'naïve café — “dog”', 'a'.repeat(500), 'a dog '.repeat(60)])(
    'reads any words',
    async (text) => {
      const { translations } = await translator().translate(text, ['de', 'fa']);
      for (const translated of translations) expect(translated.text).not.toBe('');
    },
  );

  it.each([
    ['A dog?\nDogs.', ['A', 'dog']],
    ['dogs 犬 a!', ['dogs', '犬', 'a']],
    ['The dog', ['The', 'dog']],
  ])('tells where the words of %j looked', async (text, source) => {
    const model = translator();
    const before = tf.memory().numTensors;
    const inspected = await model.inspect(text, 'fa');
    expect(tf.memory().numTensors).toBe(before);
    const { translations } = await model.translate(text, ['fa']);
    expect(translations[0].text.split('\n')[0]).toBe(inspected.text);
    expect(inspected.source).toEqual(source);
    expect(inspected.words.length).toBeGreaterThan(0);
    expect(inspected.text).toContain(inspected.words.map((word) => word.text).join(' '));
    for (const { attention } of inspected.words) {
      expect(attention).toHaveLength(source.length);
      expect(attention.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
    }
  });

  it('has no words to tell of where it knows nothing', async () => {
    expect(await translator().inspect('犬!', 'fa')).toMatchObject({ text: '犬!', words: [] });
  });

  it('stops when it is cancelled', async () => {
    const model = translator();
    const before = tf.memory().numTensors;
    const signal = AbortSignal.abort();
    await expect(model.translate('a dog', ['de'], { signal })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe.each(['lstm', 'gru', 'rnn'] as const)('a translation by %s', (cell) => {
  const { config, weights, languages } = tinyTranslatorModel({ cell });
  const session = (source: number[]) => {
    const memory = readSources(config, weights, packSources([source]));
    const { mark, pieces } = languages[0];
    const output = makeOutputLayer(weights, pieces);
    return createTranslationSession(config, weights, memory, { mark, pieces, output });
  };

  it.each([[[11, 12]], [[7]], [[12, 8, 9, 10, 11]]])(
    'with beam 1 equals greedy search exactly, of %j',
    async (source) => {
      const limits = { minWords: 1, maxWords: 12 };
      const path = await greedy(session(source), limits);
      expect(await beamSearch(session(source), { ...limits, beamWidth: 1 })).toEqual([path]);
    },
  );

  it('has log-probabilities below 0 that sum to 1, and attention that sums to 1', async () => {
    const { logProbs, attention } = await session([11, 12, 8]).step([1], [0]);
    expect(Math.max(...logProbs)).toBeLessThan(0);
    const sum = (values: Iterable<number>) => Array.from(values).reduce((a, b) => a + b, 0);
    expect(sum(logProbs.map(Math.exp))).toBeCloseTo(1, 5);
    expect(sum(attention!)).toBeCloseTo(1, 5);
  });
});
