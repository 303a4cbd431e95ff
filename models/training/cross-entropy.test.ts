import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { crossEntropySum } from './cross-entropy';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** Scores whose softmax is [1/4, 1/2, 1/4]. */
const scores = [0, Math.LN2, 0];

async function lossAndGradient(
  rows: number[][],
  targets: number[],
  smoothing?: number,
  weights?: number[],
) {
  const loss = (logits: tf.Tensor) =>
    crossEntropySum(logits as tf.Tensor2D, tf.tensor1d(targets, 'int32'), {
      smoothing,
      weights: weights && tf.tensor1d(weights),
    });
  const { value, grad } = tf.valueAndGrad(loss)(tf.tensor2d(rows));
  return { loss: (await value.data())[0], gradient: [...(await grad.data())] };
}

function expectClose(actual: readonly number[], expected: readonly number[]) {
  expect(actual.length).toBe(expected.length);
  actual.forEach((value, i) => expect(value).toBeCloseTo(expected[i], 5));
}

describe('crossEntropySum', () => {
  it('is minus the log-probability of the target', async () => {
    const { loss, gradient } = await lossAndGradient([scores], [0]);
    expect(loss).toBeCloseTo(2 * Math.LN2, 5);
    expectClose(gradient, [0.25 - 1, 0.5, 0.25]);
  });

  it('smooths the target: 0.3 over three classes leaves 0.8 for the right one', async () => {
    const { loss, gradient } = await lossAndGradient([scores], [1], 0.3);
    expect(loss).toBeCloseTo(0.8 * Math.LN2 + 0.2 * 2 * Math.LN2, 5);
    expectClose(gradient, [0.25 - 0.1, 0.5 - 0.8, 0.25 - 0.1]);
  });

  it('adds up the rows', async () => {
    const { loss, gradient } = await lossAndGradient([scores, scores], [0, 1]);
    expect(loss).toBeCloseTo(3 * Math.LN2, 5);
    expectClose(gradient, [-0.75, 0.5, 0.25, 0.25, -0.5, 0.25]);
  });

  it('weighs the rows, also below 0', async () => {
    const { loss, gradient } = await lossAndGradient([scores, scores], [0, 1], 0, [2, -1]);
    expect(loss).toBeCloseTo(2 * 2 * Math.LN2 - Math.LN2, 5);
    expectClose(gradient, [-1.5, 1, 0.5, -0.25, 0.5, -0.25]);
  });

  it('stays finite for large scores', async () => {
    const { loss, gradient } = await lossAndGradient([[1000, 0, -1000]], [1]);
    expect(loss).toBeCloseTo(1000, 2);
    expectClose(gradient, [1, -1, 0]);
  });
});
