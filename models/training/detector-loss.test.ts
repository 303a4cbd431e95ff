import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { detectorWeightSpecs } from '../captioner/detector';
import { createRandom } from '../random';
import { Adam } from './adam';
import { detectorLoss } from './detector-loss';
import { initializeWeights } from './initialize';
import { layOut, toTensors } from './weight-vector';

const config = { featureSize: 3, hiddenSize: 2, vocabularySize: 5 };
const layout = layOut(detectorWeightSpecs(config));
const POOLED = [
  [0.5, 0, 2],
  [1, 1.5, 0],
];
const SHARES = [
  [0, 1, 0.2, 0, 0],
  [0, 0, 0.4, 0.6, 1],
];
const PRIOR = [-5, 0, -1, 0.5, -2];

beforeAll(async () => {
  await tf.setBackend('cpu');
});

function lossAt(vector: Float32Array): tf.Scalar {
  return detectorLoss(toTensors(layout, vector), {
    pooled: tf.tensor2d(POOLED),
    shares: tf.tensor2d(SHARES),
    prior: tf.tensor1d(PRIOR),
  });
}

const valueAt = (vector: Float32Array) => tf.tidy(() => lossAt(vector).arraySync());

function gradientAt(vector: Float32Array): number[] {
  return tf.tidy(() => {
    const weights = toTensors(layout, vector);
    const names = layout.specs.map(({ name }) => name);
    const loss = (...tensors: tf.Tensor[]) =>
      detectorLoss(Object.fromEntries(names.map((name, i) => [name, tensors[i]])), {
        pooled: tf.tensor2d(POOLED),
        shares: tf.tensor2d(SHARES),
        prior: tf.tensor1d(PRIOR),
      });
    return tf
      .grads(loss)(names.map((name) => weights[name]))
      .flatMap((g) => [...g.dataSync()]);
  });
}

it('of a detector that knows nothing is that of the prior', () => {
  const expected = SHARES.flat().reduce((sum, share, i) => {
    const probability = 1 / (1 + Math.exp(-PRIOR[i % 5]));
    return sum - share * Math.log(probability) - (1 - share) * Math.log(1 - probability);
  }, 0);
  expect(valueAt(new Float32Array(layout.length))).toBeCloseTo(expected, 4);
});

it('has the gradient that differences show', () => {
  const vector = initializeWeights(layout, createRandom(2));
  const gradient = gradientAt(vector);
  const step = 1e-2;
  for (const i of vector.keys()) {
    const [up, down] = [step, -step].map((change) => valueAt(vector.with(i, vector[i] + change)));
    expect(Math.abs((up - down) / (2 * step) - gradient[i])).toBeLessThan(2e-3);
  }
});

it('falls to the entropy of the shares as a tiny set is learnt', () => {
  const vector = initializeWeights(layout, createRandom(2));
  const adam = new Adam(vector.length);
  for (let i = 0; i < 1500; i++) adam.update(vector, Float32Array.from(gradientAt(vector)), 0.05);
  const entropy = SHARES.flat()
    .filter((share) => share > 0 && share < 1)
    .reduce((sum, p) => sum - p * Math.log(p) - (1 - p) * Math.log(1 - p), 0);
  expect(valueAt(vector)).toBeGreaterThan(entropy);
  expect(valueAt(vector)).toBeLessThan(entropy + 0.2);
});

it('keeps no tensor', () => {
  const before = tf.memory().numTensors;
  valueAt(initializeWeights(layout, createRandom(2)));
  expect(tf.memory().numTensors).toBe(before);
});
