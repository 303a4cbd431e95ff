import '@tensorflow/tfjs';
import { io, memory, setBackend, dispose } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeFloat16, encodeFloat16 } from './float16';
import { decodeWeights, encodeWeights, type NamedWeight } from './weights';

const weights: NamedWeight[] = [
  { name: 'kernel', shape: [1, 3], values: Float32Array.of(0.1, -2, 1e-6) },
  { name: 'axes', shape: [2], values: Int32Array.of(1, -70000) },
  { name: 'scale', shape: [], values: Float32Array.of(65504) },
];
const halved = (values: Float32Array) => decodeFloat16(encodeFloat16(values));

beforeAll(async () => {
  await setBackend('cpu');
});

describe('encodeWeights', () => {
  it('gives back float32 and integers exactly', () => {
    expect(decodeWeights(encodeWeights(weights, 'float32'))).toEqual(weights);
  });

  it('gives back float16 to its precision, and integers exactly', () => {
    const encoded = encodeWeights(weights, 'float16');
    expect(encoded.data).toHaveLength(3 * 2 + 2 * 4 + 2);
    expect(decodeWeights(encoded)).toEqual(
      weights.map((weight) =>
        weight.values instanceof Float32Array
          ? { ...weight, values: halved(weight.values) }
          : weight,
      ),
    );
  });

  it('gives back matrices of int8 to half a level, and the rest as float16', () => {
    const encoded = encodeWeights(weights, 'int8');
    expect(encoded.data).toHaveLength(3 + 2 * 4 + 2);
    const [kernel, axes, scale] = decodeWeights(encoded);
    for (const [i, value] of [0.1, -2, 1e-6].entries()) {
      expect(Math.abs(kernel.values[i] - value)).toBeLessThanOrEqual(2.1 / 255 / 2 + 1e-6);
    }
    expect(axes.values).toEqual(weights[1].values);
    expect(scale.values).toEqual(weights[2].values);
  });

  it('stores a view into a larger vector', () => {
    const vector = Float32Array.of(9, 1, 2, 9);
    const view = { name: 'view', shape: [2], values: vector.subarray(1, 3) };
    expect(decodeWeights(encodeWeights([view], 'float32'))[0].values).toEqual(
      Float32Array.of(1, 2),
    );
  });

  it.each(['float16', 'float32', 'int8'] as const)('writes %s that tfjs reads', async (storage) => {
    const before = memory().numTensors;
    const { specs, data } = encodeWeights(weights, storage);
    const tensors = io.decodeWeights(data.buffer, specs);
    for (const { name, shape, values } of decodeWeights({ specs, data })) {
      expect(tensors[name].shape).toEqual(shape);
      expect(await tensors[name].data()).toEqual(values);
    }
    dispose(tensors);
    expect(memory().numTensors).toBe(before);
  });
});
