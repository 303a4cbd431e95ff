import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { createDropout } from './dropout';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const rates = { embedding: 0.3, evidence: 0.5, readout: 0 };
const ROWS = 100;
const COLUMNS = 100;

async function dropOnes(seed: number, site: keyof typeof rates): Promise<Float32Array> {
  const dropout = createDropout(rates, createRandom(seed));
  return (await dropout(tf.ones([ROWS, COLUMNS]), site).data()) as Float32Array;
}

describe('dropout', () => {
  it.each([
    ['embedding', 1 / 0.7],
    ['evidence', 2],
  ] as const)('of the %s drops at its rate and keeps the expectation', async (site, kept) => {
    const values = await dropOnes(1, site);
    const survivors = values.filter((value) => value !== 0);
    expect(survivors.every((value) => Math.abs(value - kept) < 1e-6)).toBe(true);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    // Four standard errors of the mean of 10,000 draws: 4 * sqrt(rate / (1 - rate) / n).
    const tolerance = 4 * Math.sqrt((kept - 1) / values.length);
    expect(Math.abs(mean - 1)).toBeLessThan(tolerance);
  });

  it('draws anew at each call, and the same from the same seed', async () => {
    expect(await dropOnes(1, 'embedding')).toEqual(await dropOnes(1, 'embedding'));
    expect(await dropOnes(2, 'embedding')).not.toEqual(await dropOnes(1, 'embedding'));
    const dropout = createDropout(rates, createRandom(1));
    const ones = tf.ones<tf.Rank.R2>([8, 8]);
    const [first, second] = [dropout(ones, 'evidence'), dropout(ones, 'evidence')];
    expect(await first.data()).not.toEqual(await second.data());
  });

  it('is the identity at rate 0', () => {
    const x = tf.ones<tf.Rank.R2>([2, 2]);
    expect(createDropout(rates, createRandom(1))(x, 'readout')).toBe(x);
  });

  it('passes the gradient through what it kept, scaled alike', async () => {
    const forward = await dropOnes(3, 'evidence');
    const dropout = createDropout(rates, createRandom(3));
    const loss = (x: tf.Tensor) => tf.sum(dropout(x as tf.Tensor2D, 'evidence'));
    expect(
      await tf
        .grad(loss)(tf.ones([ROWS, COLUMNS]))
        .data(),
    ).toEqual(forward);
  });
});
