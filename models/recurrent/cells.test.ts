import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { initializeWeights } from '../training/initialize';
import { layOut, toTensors } from '../training/weight-vector';
import type { CellState, Weights } from './cell';
import { cells } from './cells';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** A cell with one unit, one input and the given kernels, run for one step in plain arithmetic's reach. */
function oneUnit(kernel: number[], recurrent: number[], bias: number[]) {
  return {
    'c/kernel': tf.tensor2d([kernel]),
    'c/recurrent': tf.tensor2d([recurrent]),
    'c/bias': tf.tensor1d(bias),
  };
}

describe('golden values, computed by hand from the equations', () => {
  it('rnn: h = tanh(0.5 * 2 + 0.25 * 0.4 - 0.1)', async () => {
    const weights = oneUnit([0.5], [0.25], [-0.1]);
    const x = cells.rnn.project(weights, 'c', tf.tensor2d([[2]]));
    const [h] = cells.rnn.step(weights, 'c', x, [tf.tensor2d([[0.4]])]);
    expect((await h.data())[0]).toBeCloseTo(Math.tanh(1), 6);
  });

  it('lstm: the gates in the order i, f, g, o', async () => {
    const weights = oneUnit([1, 2, 3, 4], [0.1, 0.2, 0.3, 0.4], [0, 1, -1, 0.5]);
    const x = cells.lstm.project(weights, 'c', tf.tensor2d([[0.5]]));
    const [h, c] = cells.lstm.step(weights, 'c', x, [tf.tensor2d([[-1]]), tf.tensor2d([[2]])]);
    const expectedC = sigmoid(1.8) * 2 + sigmoid(0.4) * Math.tanh(0.2);
    expect((await c.data())[0]).toBeCloseTo(expectedC, 6);
    expect((await h.data())[0]).toBeCloseTo(sigmoid(2.1) * Math.tanh(expectedC), 6);
  });

  it('gru: the gates in the order r, z, n', async () => {
    const weights = {
      ...oneUnit([1, 2, 3], [0.5, 0.25, -1], [0.1, 0.2, 0.3]),
      'c/candidate_bias': tf.tensor1d([0.7]),
    };
    const x = cells.gru.project(weights, 'c', tf.tensor2d([[0.5]]));
    const [h] = cells.gru.step(weights, 'c', x, [tf.tensor2d([[0.8]])]);
    const r = sigmoid(0.6 + 0.4);
    const z = sigmoid(1.2 + 0.2);
    const n = Math.tanh(1.8 + r * (-0.8 + 0.7));
    expect((await h.data())[0]).toBeCloseTo((1 - z) * n + z * 0.8, 6);
  });
});

describe.each(Object.entries(cells))('%s', (_name, cell) => {
  const layout = layOut(cell.weightSpecs('c', 3, 4));
  const vector = initializeWeights(layout, createRandom(7));
  const inputs = [
    [0.3, -0.2, 0.9],
    [-0.5, 0.1, 0.4],
  ];

  /** Sum of squares of the last hidden state after two steps over a batch of two. */
  function objective(weights: Weights): tf.Scalar {
    let state: CellState = Array.from(
      { length: cell.stateCount },
      () => tf.fill([2, 4], 0.1) as tf.Tensor2D,
    );
    for (const row of inputs) {
      const x = cell.project(weights, 'c', tf.tensor2d([row, [...row].reverse()]));
      state = cell.step(weights, 'c', x, state);
    }
    return tf.sum(tf.square(state[0])) as tf.Scalar;
  }

  async function objectiveAt(values: Float32Array): Promise<number> {
    const [value] = await tf.tidy(() => objective(toTensors(layout, values))).data();
    return value;
  }

  it('keeps the shape of its state and leaks no tensor', () => {
    const before = tf.memory().numTensors;
    const shapes = tf.tidy(() => {
      const weights = toTensors(layout, vector);
      const state = Array.from({ length: cell.stateCount }, () => tf.zeros([5, 4]) as tf.Tensor2D);
      const x = cell.project(weights, 'c', tf.ones([5, 3]));
      return cell.step(weights, 'c', x, state).map((s) => s.shape);
    });
    expect(shapes).toEqual(Array.from({ length: cell.stateCount }, () => [5, 4]));
    expect(tf.memory().numTensors).toBe(before);
  });

  it('has the gradient that finite differences give, to 1 %', async () => {
    const weights = toTensors(layout, vector);
    const names = layout.specs.map(({ name }) => name);
    const gradients = tf.grads((...tensors: tf.Tensor[]) => {
      return objective(Object.fromEntries(names.map((name, i) => [name, tensors[i]])));
    })(names.map((name) => weights[name]));
    const analytic = Float32Array.from(
      (await Promise.all(gradients.map((g) => g.data()))).flatMap((g) => [...g]),
    );
    const step = 1e-2;
    for (let i = 0; i < vector.length; i += 3) {
      const above = Float32Array.from(vector);
      const below = Float32Array.from(vector);
      above[i] += step;
      below[i] -= step;
      const numeric = ((await objectiveAt(above)) - (await objectiveAt(below))) / (2 * step);
      expect(Math.abs(analytic[i] - numeric)).toBeLessThan(1e-4 + 0.01 * Math.abs(numeric));
    }
  });
});

it('starts the LSTM with an open forget gate and orthogonal recurrent blocks', () => {
  const layout = layOut(cells.lstm.weightSpecs('c', 3, 4));
  const vector = initializeWeights(layout, createRandom(1));
  const [kernel, recurrent, bias] = layout.specs.map((spec, i) => ({
    spec,
    values: vector.subarray(layout.offsets[i], layout.offsets[i + 1]),
  }));
  expect([...bias.values]).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(kernel.values.every((v) => Math.abs(v) <= Math.sqrt(6 / 19) + 1e-7)).toBe(true);
  for (let block = 0; block < 4; block++) {
    for (let a = 0; a < 4; a++) {
      for (let b = 0; b < 4; b++) {
        let dot = 0;
        for (let k = 0; k < 4; k++) {
          dot +=
            recurrent.values[a * 16 + block * 4 + k] * recurrent.values[b * 16 + block * 4 + k];
        }
        expect(dot).toBeCloseTo(a === b ? 1 : 0, 5);
      }
    }
  }
});
