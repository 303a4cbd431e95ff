import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DecoderConfig } from '../captioner/config';
import { makeOutputTable } from '../captioner/decoder';
import { createSession } from '../captioner/session';
import type { ImageFeatures } from '../encoder/encoder';
import { createRandom } from '../random';
import { tinyConfig, tinyFeatures, tinyWeights } from '../testing/tiny-decoder';
import { Adam } from './adam';
import { packCaptions, type CaptionSet } from './caption-batch';
import { captionLogits, captionLoss } from './caption-loss';
import { toTensors, type WeightLayout } from './weight-vector';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const captions: CaptionSet[] = [
  [
    [4, 5],
    [6, 7, 8, 4, 5],
  ],
  [[5]],
];

const variants: [string, DecoderConfig][] = (['rnn', 'gru', 'lstm'] as const).flatMap((cell) =>
  [true, false].map((attention): [string, DecoderConfig] => [
    `${cell}, ${attention ? 'attention' : 'init-inject'}`,
    tinyConfig({ cell, attention }),
  ]),
);
variants.push(['lstm, an output layer of its own', tinyConfig({ tied: false })]);

async function lossOf(
  config: DecoderConfig,
  layout: WeightLayout,
  vector: Float32Array,
  features: ImageFeatures,
  sets: readonly CaptionSet[],
): Promise<number> {
  const loss = tf.tidy(() =>
    captionLoss(config, toTensors(layout, vector), features, packCaptions(sets)),
  );
  const [value] = await loss.data();
  loss.dispose();
  return value;
}

async function gradientOf(
  config: DecoderConfig,
  layout: WeightLayout,
  vector: Float32Array,
  features: ImageFeatures,
  sets: readonly CaptionSet[] = captions,
): Promise<{ loss: number; gradient: Float32Array }> {
  const names = layout.specs.map(({ name }) => name);
  const { value, grads } = tf.tidy(() => {
    const weights = toTensors(layout, vector);
    return tf.valueAndGrads((...tensors: tf.Tensor[]) => {
      const named = Object.fromEntries(names.map((name, i) => [name, tensors[i]]));
      return captionLoss(config, named, features, packCaptions(sets));
    })(names.map((name) => weights[name]));
  });
  const gradient = new Float32Array(layout.length);
  for (let i = 0; i < grads.length; i++) gradient.set(await grads[i].data(), layout.offsets[i]);
  const [loss] = await value.data();
  tf.dispose([value, grads]);
  return { loss, gradient };
}

describe.each(variants)('%s', (_name, config) => {
  const { layout, vector } = tinyWeights(config);

  it('starts within 0.1 of ln(vocabulary) a word', async () => {
    const features = tinyFeatures(config, 2);
    const loss = await lossOf(config, layout, vector, features, captions);
    const words = 3 + 6 + 2;
    expect(Math.abs(loss / words - Math.log(config.vocabularySize))).toBeLessThan(0.1);
  });

  it('has the gradient that finite differences give', async () => {
    const features = tinyFeatures(config, 2);
    const { gradient } = await gradientOf(config, layout, vector, features);
    const step = 1e-2;
    for (let i = 0; i < vector.length; i += 5) {
      const above = Float32Array.from(vector);
      const below = Float32Array.from(vector);
      above[i] += step;
      below[i] -= step;
      const high = await lossOf(config, layout, above, features, captions);
      const low = await lossOf(config, layout, below, features, captions);
      const numeric = (high - low) / (2 * step);
      expect(Math.abs(gradient[i] - numeric)).toBeLessThan(3e-3 + 0.02 * Math.abs(numeric));
    }
  });

  it('treats images independently: the packed loss is the sum of the single losses', async () => {
    const features = tinyFeatures(config, 2);
    const together = await lossOf(config, layout, vector, features, captions);
    let apart = 0;
    for (const image of [0, 1]) {
      const one = {
        pooled: tf.slice(features.pooled, [image, 0], [1, -1]),
        grid: tf.slice(features.grid, [image, 0, 0], [1, -1, -1]),
      };
      apart += await lossOf(config, layout, vector, one, [captions[image]]);
    }
    expect(together).toBeCloseTo(apart, 4);
  });

  it('predicts under teacher forcing what the session predicts word by word', async () => {
    const features = tinyFeatures(config, 1);
    const words = [6, 7, 8];
    const weights = toTensors(layout, vector);
    const logits = captionLogits(config, weights, features, packCaptions([[words]]));
    const expected = await (tf.logSoftmax(logits) as tf.Tensor2D).array();
    const session = createSession(config, weights, makeOutputTable(weights), features);
    for (const [t, word] of [1, ...words].entries()) {
      const { logProbs, attention } = await session.step([word], [0]);
      logProbs.forEach((value, i) => expect(value).toBeCloseTo(expected[t][i], 5));
      expect(Math.max(...logProbs)).toBeLessThan(0);
      expect(attention?.length ?? 0).toBe(config.attention ? config.gridCells : 0);
      if (attention) expect(attention.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
    }
    session.dispose();
  });

  it('fits a tiny batch to below 0.2 nats a word and leaks no tensor', async () => {
    const features = tinyFeatures(config, 2);
    const adam = new Adam(layout.length);
    const fitted = Float32Array.from(vector);
    await gradientOf(config, layout, fitted, features, [[[4, 5]], [[6]]]);
    const before = tf.memory().numTensors;
    let perWord = Infinity;
    for (let i = 0; i < 200; i++) {
      const { loss, gradient } = await gradientOf(config, layout, fitted, features, [
        [[4, 5]],
        [[6]],
      ]);
      perWord = loss / 5;
      adam.update(fitted, gradient, 0.05);
    }
    expect(perWord).toBeLessThan(0.2);
    expect(tf.memory().numTensors).toBe(before);
  });
});

it('sends exactly zero gradient through unused attention queries', async () => {
  const config = tinyConfig();
  const { layout, vector } = tinyWeights(config);
  const features = tinyFeatures(config, 3);
  const weights = toTensors(layout, vector);
  const batch = packCaptions([...captions, []]);
  const loss = (grid: tf.Tensor) => {
    const used = { pooled: features.pooled, grid: grid as tf.Tensor3D };
    return captionLoss(config, weights, used, batch);
  };
  const gradient = await tf.grad(loss)(features.grid).data();
  const perImage = gradient.length / 3;
  expect(gradient.slice(0, perImage).some((value) => value !== 0)).toBe(true);
  expect(gradient.slice(2 * perImage).every((value) => value === 0)).toBe(true);
});

it('packs captions longest first, with every word once and no padding', () => {
  const batch = packCaptions(captions);
  expect(batch.activeRows).toEqual([3, 3, 2, 1, 1, 1]);
  expect([...batch.inputs]).toEqual([1, 1, 1, 6, 4, 5, 7, 5, 8, 4, 5]);
  expect([...batch.targets]).toEqual([6, 4, 5, 7, 5, 2, 8, 2, 4, 5, 2]);
  expect([...batch.imageOfRow]).toEqual([0, 0, 1]);
  expect(batch.queries.queriesPerGroup).toBe(9);
  expect(new Set(batch.queries.queryOfWord).size).toBe(11);
  batch.queries.queryOfWord.forEach((query, word) =>
    expect(batch.queries.wordOfQuery[query]).toBe(word),
  );
});

it('draws the same numbers from the same seed', () => {
  const config = tinyConfig();
  expect(tinyWeights(config, 3).vector).toEqual(tinyWeights(config, 3).vector);
  expect(tinyWeights(config, 4).vector).not.toEqual(tinyWeights(config, 3).vector);
  expect(createRandom(1)()).not.toBe(createRandom(2)());
});
