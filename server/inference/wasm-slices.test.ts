import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { createRandom } from '../../models/random';
import { useWasmBackend } from './backend';

beforeAll(() => useWasmBackend());

/** The same computation by the plain backend of tfjs. */
async function onBackends(compute: () => tf.Tensor[]): Promise<number[][][]> {
  const results: number[][][] = [];
  for (const backend of ['wasm', 'cpu']) {
    await tf.setBackend(backend);
    results.push(
      (await Promise.all(compute().map(async (x) => [x.shape, [...(await x.data())]]))) as never,
    );
  }
  return results;
}

const random = createRandom(5);
const upTo = (most: number) => Math.floor(random() * (most + 1));

it.each([1, 2, 3, 4, 5])('cuts tensors of rank %i as tfjs does', async (rank) => {
  for (let round = 0; round < 20; round++) {
    const shape = Array.from({ length: rank }, () => 1 + upTo(4));
    const begin = shape.map((size) => upTo(size - 1));
    const size = shape.map((whole, axis) => (upTo(3) ? 1 + upTo(whole - begin[axis] - 1) : -1));
    const values = Array.from({ length: tf.util.sizeFromShape(shape) }, () => upTo(1000));
    for (const dtype of ['float32', 'int32', 'bool'] as const) {
      const [fast, plain] = await onBackends(() => [
        tf.slice(tf.tensor(values, shape, dtype), begin, size),
      ]);
      expect(fast).toEqual(plain);
    }
  }
});

it.each([
  [2, 0],
  [[1, 3], 0],
  [3, 1],
  [[1, 0, 5], 1],
  [[1, 7], 2],
  [4, -1],
])('splits into %j along axis %i as tfjs does', async (parts, axis) => {
  const values = Array.from({ length: 4 * 6 * 8 }, (_, i) => i);
  const [fast, plain] = await onBackends(() => tf.split(tf.tensor(values, [4, 6, 8]), parts, axis));
  expect(fast).toEqual(plain);
});
