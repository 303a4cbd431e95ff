import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { greedy } from '../generate/greedy';
import { tinyCaptioner, tinyImage } from '../testing/tiny-captioner';
import { tinyDecoderModel, tinyFeatures } from '../testing/tiny-decoder';
import { detokenize } from '../text/tokenizer';
import { confidenceOf } from './confidence';
import { makeOutputTable } from './decoder';
import type { CaptionOptions } from './options';
import type { CaptionWord } from './result';
import { createSession } from './session';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('a caption', () => {
  it('has candidates, words, attention, alt text, model and timings', async () => {
    const { captioner, decoder } = tinyCaptioner();
    const result = await captioner.caption(tinyImage);
    expect(result.candidates.length).toBe(3);
    const [best] = result.candidates;
    expect(best.text).toBe(detokenize(result.words.map(({ text }) => text)));
    expect(best.logProbability).toBeLessThan(0);
    const meanOfToken = best.logProbability / (result.words.length + 1);
    expect(best.confidence).toBe(confidenceOf(decoder.calibration, meanOfToken));

    expect(result.words.length).toBeGreaterThanOrEqual(2);
    for (const { text, probability, attention } of result.words) {
      expect(decoder.vocabulary.words.slice(4)).toContain(text);
      expect(probability).toBeGreaterThan(0);
      expect(probability).toBeLessThan(1);
      expect(attention?.length).toBe(decoder.config.gridCells);
      expect(Math.min(...attention!)).toBeGreaterThanOrEqual(0);
      expect(attention!.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
    }
    expect(result.alt.toLowerCase()).toContain(best.text);
    expect(result.alt.startsWith('May show')).toBe(result.hedged);
    expect(result.model).toEqual({ id: 'tiny', version: '1.2.3' });
    const { prepare, encode, decode, total } = result.timings;
    expect(Math.min(prepare, encode, decode)).toBeGreaterThanOrEqual(0);
    expect(prepare + encode + decode).toBeCloseTo(total, 6);
  });

  it('has no attention where the decoder has none', async () => {
    const { captioner } = tinyCaptioner(tinyDecoderModel({ attention: false }));
    const { words } = await captioner.caption(tinyImage);
    expect(words.every(({ attention }) => attention === null)).toBe(true);
  });

  it('is hedged below the confidence that the model names', async () => {
    const { calibration } = tinyDecoderModel();
    for (const [hedgeBelow, hedged] of [[1, true] as const, [0, false] as const]) {
      const { captioner } = tinyCaptioner({ calibration: { ...calibration, hedgeBelow } });
      const result = await captioner.caption(tinyImage);
      expect(result.hedged).toBe(hedged);
      expect(result.alt.startsWith('May show')).toBe(hedged);
    }
  });

  it('is made of the picture, squashed to 224 x 224', async () => {
    const { captioner, encoder } = tinyCaptioner();
    let mean = NaN;
    vi.spyOn(encoder, 'encode').mockImplementationOnce((pixels) => {
      expect(pixels.shape).toEqual([1, 224, 224, 3]);
      mean = tf.tidy(() => tf.mean(pixels).dataSync()[0]);
      return tinyFeatures(tinyDecoderModel().config, 1);
    });
    await captioner.caption(tinyImage);
    expect(mean).toBeCloseTo(90, 3);
  });
});

describe('the candidates', () => {
  it.each([1, 2, 3, 4, 5])('are %i, distinct', async (candidates) => {
    const { captioner } = tinyCaptioner();
    const result = await captioner.caption(tinyImage, { candidates });
    expect(result.candidates.length).toBe(candidates);
    expect(new Set(result.candidates.map(({ text }) => text)).size).toBe(candidates);
  });

  it.each([0, 1])('come best first: length penalty %i', async (lengthPenalty) => {
    const { generation } = tinyDecoderModel();
    const { captioner } = tinyCaptioner({ generation: { ...generation, lengthPenalty } });
    for (const options of [{ candidates: 5 }, { candidates: 5, temperature: 1 }]) {
      const { candidates } = await captioner.caption(tinyImage, options);
      expect(candidates.length).toBeGreaterThan(1);
      const scores = candidates.map(
        ({ text, logProbability }) =>
          logProbability / (text.split(' ').length + 1) ** lengthPenalty,
      );
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
  });

  it('of a beam of 1 are one: the greedy caption', async () => {
    const { captioner, decoder } = tinyCaptioner();
    const { candidates, words } = await captioner.caption(tinyImage, { beamWidth: 1 });
    const { config, weights, generation, vocabulary } = decoder;
    const features = tinyFeatures(config, 1);
    const session = createSession(config, weights, makeOutputTable(weights), features);
    const expected = await greedy(session, {
      minWords: generation.minWords,
      maxWords: generation.maxWords,
    });
    expect(candidates.length).toBe(1);
    expect(words.map(({ text }) => text)).toEqual(vocabulary.decode(expected.tokens));
    expect(candidates[0].logProbability).toBe(expected.logProb);
  });

  it('are chosen among by what is detected of their words, where there is a detector', async () => {
    const model = tinyDecoderModel();
    const { candidates } = await tinyCaptioner(model).captioner.caption(tinyImage, {
      candidates: 5,
    });
    const wordsOf = ({ text }: { text: string }) => new Set(text.toLowerCase().match(/[a-z]+/g));
    const first = wordsOf(candidates[0]);
    const other = candidates.find((candidate) =>
      [...wordsOf(candidate)].some((w) => !first.has(w)),
    )!;
    const word = [...wordsOf(other)].find((w) => !first.has(w))!;
    const { featureSize, vocabularySize } = model.config;
    const evidence = new Float32Array(vocabularySize);
    evidence[model.vocabulary.encode([word])[0]] = 1000;
    const detector = {
      'hidden/kernel': tf.zeros([featureSize, 1]),
      'hidden/bias': tf.tensor1d([5]),
      'words/kernel': tf.tensor2d(evidence, [1, vocabularySize]),
    };
    const chosenWith = async (detection: number) => {
      const generation = { ...model.generation, detection };
      const { captioner } = tinyCaptioner({ ...model, detector, generation });
      return (await captioner.caption(tinyImage, { candidates: 5 })).candidates;
    };
    expect(await chosenWith(0)).toEqual(candidates);
    const [chosen, ...others] = await chosenWith(0.1);
    expect(wordsOf(chosen)).toContain(word);
    expect(others.length).toBe(4);
  });

  it('end at maxWords', async () => {
    const { captioner } = tinyCaptioner();
    const { candidates } = await captioner.caption(tinyImage, { maxWords: 5, candidates: 5 });
    for (const { text } of candidates) expect(text.split(' ').length).toBeLessThanOrEqual(5);
  });

  it.each([0, 2])('prefer rarer words by rareWords, where the model prefers %d', async (preset) => {
    const model = tinyDecoderModel({ vocabularySize: 1500 });
    const generation = { ...model.generation, rareWords: preset };
    const { captioner, decoder } = tinyCaptioner({ ...model, generation });
    const meanId = async (options: CaptionOptions) => {
      const { words } = await captioner.caption(tinyImage, options);
      const ids = decoder.vocabulary.encode(words.map(({ text }) => text));
      return ids.reduce((a, b) => a + b) / ids.length;
    };
    expect(await meanId({ rareWords: 2 })).toBeGreaterThan((await meanId({ rareWords: 0 })) + 20);
    expect(await meanId({})).toBe(await meanId({ rareWords: preset }));
  });

  it('are drawn alike from the same seed, and otherwise from another', async () => {
    const { captioner } = tinyCaptioner();
    const draw = async (seed?: number) => {
      const options = { temperature: 1.5, candidates: 4, beamWidth: 4, seed };
      return (await captioner.caption(tinyImage, options)).candidates;
    };
    expect(await draw(7)).toEqual(await draw(7));
    expect(await draw()).toEqual(await draw(1));
    expect(await draw(7)).not.toEqual(await draw(1000));
  });
});

describe('an option', () => {
  it.each<[string, CaptionOptions]>([
    ['candidates', { candidates: 0 }],
    ['candidates', { candidates: 6 }],
    ['candidates', { candidates: 1.5 }],
    ['candidates', { candidates: 3, beamWidth: 2 }],
    ['beamWidth', { beamWidth: 0 }],
    ['beamWidth', { beamWidth: 11 }],
    ['maxWords', { maxWords: 4 }],
    ['maxWords', { maxWords: 51 }],
    ['rareWords', { rareWords: -0.1 }],
    ['rareWords', { rareWords: 2.1 }],
    ['temperature', { temperature: 0 }],
    ['temperature', { temperature: 2.1 }],
    ['seed', { seed: -1 }],
    ['altLength', { altLength: 10 }],
    ['altLength', { altLength: 501 }],
  ])('%s out of its range is refused before any work: %j', async (name, options) => {
    const { captioner, encoder } = tinyCaptioner();
    const encode = vi.spyOn(encoder, 'encode');
    await expect(captioner.caption(tinyImage, options)).rejects.toMatchObject({
      code: 'OPTION_INVALID',
      message: expect.stringContaining(name),
    });
    expect(encode).not.toHaveBeenCalled();
  });

  it('altLength bounds the alt text', async () => {
    const { captioner } = tinyCaptioner();
    const { alt } = await captioner.caption(tinyImage, { altLength: 20 });
    expect(alt.length).toBeLessThanOrEqual(20);
  });
});

describe('a streamed caption', () => {
  it('tells the words of its result, one path by greedy search or by sampling', async () => {
    const { captioner } = tinyCaptioner();
    for (const options of [{}, { temperature: 1.5, seed: 3 }]) {
      const words: CaptionWord[] = [];
      const result = await captioner.stream(tinyImage, (word) => words.push(word), options);
      expect(words.length).toBeGreaterThanOrEqual(2);
      expect(result.words).toEqual(words);
      const same = { ...options, candidates: 1, beamWidth: 1 };
      const { candidates } = await captioner.caption(tinyImage, same);
      expect(result.candidates).toEqual(candidates);
    }
  });

  it('stops between words when it is cancelled, and keeps no tensor', async () => {
    const { captioner } = tinyCaptioner();
    const before = tf.memory().numTensors;
    const caller = new AbortController();
    const told = vi.fn<() => void>(() => caller.abort());
    const { signal } = caller;
    await expect(captioner.stream(tinyImage, told, { signal })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(told).toHaveBeenCalledTimes(1);
    expect(tf.memory().numTensors).toBe(before);
  });
});
