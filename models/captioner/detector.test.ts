import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { tinyConfig, tinyDecoderModel, tinyDetector, tinyFeatures } from '../testing/tiny-decoder';
import { makeOutputTable } from './decoder';
import { detectWords } from './detector';
import { createSession } from './session';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('the word detector', () => {
  it('computes tanh(x U + b) V', async () => {
    const weights = {
      'hidden/kernel': tf.tensor2d([[0.5], [-1]]),
      'hidden/bias': tf.tensor1d([0.25]),
      'words/kernel': tf.tensor2d([[2, -3, 0]]),
    };
    const detected = await detectWords(weights, tf.tensor2d([[1, 0.5]])).data();
    const hidden = Math.tanh(0.5 - 0.5 + 0.25);
    [2 * hidden, -3 * hidden, 0].forEach((value, i) => expect(detected[i]).toBeCloseTo(value, 6));
  });

  it('drops what it is told to', () => {
    const config = tinyConfig();
    const { pooled } = tinyFeatures(config, 2);
    const sites: string[] = [];
    detectWords(tinyDetector(config), pooled, (x, site) => {
      sites.push(`${site} ${x.shape.join()}`);
      return x;
    });
    expect(sites).toEqual([`image 2,${config.featureSize}`, 'hidden 2,3']);
  });

  it('is asked by a session as often as wished, and leaves no tensor', async () => {
    const { config, weights } = tinyDecoderModel();
    const features = tinyFeatures(config, 1);
    const detector = tinyDetector(config);
    const table = makeOutputTable(weights);
    expect(createSession(config, weights, table, features).detect).toBeUndefined();
    const session = createSession(config, weights, table, features, detector);
    const before = tf.memory().numTensors;
    const first = await session.detect!();
    expect(first.length).toBe(config.vocabularySize);
    expect(first.some((value) => Math.abs(value) > 0.01)).toBe(true);
    expect(await session.detect!()).toEqual(first);
    expect(tf.memory().numTensors).toBe(before);
  });
});
