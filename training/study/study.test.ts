import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerAt, memoryWeightSpecs, runMemory } from '../../models/memory/network';
import { createRandom } from '../../models/random';
import { initializeWeights } from '../../models/training/initialize';
import { layOut, toTensors } from '../../models/training/weight-vector';
import { configOf, learn } from './learn';
import { PlainNetwork } from './plain-network';
import { TASKS } from './tasks';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('the adding task', () => {
  const lag = 30;
  const { inputs, targets, rows, steps } = TASKS.adding.draw(createRandom(5), lag, 40);

  it('marks one number in the first tenth and one in the second half, and wants their sum', () => {
    expect(steps).toBe(lag);
    for (let row = 0; row < rows; row++) {
      const numbers = Array.from({ length: lag }, (_, t) => inputs[(t * rows + row) * 2]);
      const marked = [...numbers.keys()].filter((t) => inputs[(t * rows + row) * 2 + 1] === 1);
      expect(marked).toHaveLength(2);
      expect(marked[0]).toBeLessThan(lag / 10);
      expect(marked[1]).toBeGreaterThanOrEqual(lag / 2);
      expect(targets[row]).toBeCloseTo(numbers[marked[0]] + numbers[marked[1]], 6);
    }
  });

  it('costs a sixth to one that always answers 1', () => {
    const batch = TASKS.adding.draw(createRandom(6), lag, 20_000);
    const { loss } = TASKS.adding.score(new Float32Array(20_000).fill(1), batch);
    // Four standard errors of a mean of 20,000.
    expect(Math.abs(loss - TASKS.adding.forgetful)).toBeLessThan(0.006);
  });
});

describe('the copy task', () => {
  const batch = TASKS.copy.draw(createRandom(5), 4, 20);

  it('shows three letters, blanks, and asks three times for the letters', () => {
    expect(batch.steps).toBe(10);
    for (let row = 0; row < 20; row++) {
      const symbols = Array.from({ length: 10 }, (_, t) => {
        const start = (t * 20 + row) * 10;
        const hot = [...batch.inputs.subarray(start, start + 10)];
        expect(hot.filter((x) => x === 1)).toHaveLength(1);
        return hot.indexOf(1);
      });
      const letters = [0, 1, 2].map((i) => batch.targets[i * 20 + row]);
      expect(symbols).toEqual([...letters, 8, 8, 8, 8, 9, 9, 9]);
      expect(Math.max(...letters)).toBeLessThan(8);
    }
  });

  it('costs ln 8 to one that guesses evenly', () => {
    const { loss } = TASKS.copy.score(new Float32Array(3 * 20 * 8), batch);
    expect(loss).toBeCloseTo(Math.log(8), 5);
  });
});

describe.each(['rnn', 'gru', 'lstm'] as const)('a plain %s', (cell) => {
  const config = configOf({ task: 'copy', cell, hiddenSize: 5 });
  const layout = layOut(memoryWeightSpecs(config));
  const network = new PlainNetwork(config, layout);
  // No weight at zero, so that each has a say.
  const random = createRandom(3);
  const weights = initializeWeights(layout, random).map((w) => w + 0.2 * (random() - 0.5));
  const task = TASKS.copy;
  const batch = task.draw(createRandom(9), 4, 6);

  it('answers and learns as the cell of models/recurrent does, to 0.0001', async () => {
    const { rows, steps, inputs, answers, targets } = batch;
    const named = toTensors(layout, weights);
    const names = layout.specs.map(({ name }) => name);
    const x = Array.from({ length: steps }, (_, t) =>
      tf.tensor2d(inputs.subarray(t * rows * 10, (t + 1) * rows * 10), [rows, 10]),
    );
    const answersOf = (tensors: tf.Tensor[]) => {
      const given = Object.fromEntries(names.map((name, i) => [name, tensors[i]]));
      const states = runMemory(config, given, x).slice(-answers);
      return answerAt(given, tf.concat(states.map(([h]) => h)) as tf.Tensor2D);
    };
    const oneHot = tf.oneHot(tf.tensor1d([...targets], 'int32'), 8);
    const loss = (...tensors: tf.Tensor[]) =>
      tf.losses.softmaxCrossEntropy(oneHot, answersOf(tensors)) as tf.Scalar;
    const all = names.map((name) => named[name]);

    const wanted = await answersOf(all).data();
    const found = network.answers(weights, batch);
    expect(Math.max(...found.map((value, i) => Math.abs(value - wanted[i])))).toBeLessThan(1e-4);

    const { value, grads } = tf.valueAndGrads(loss)(all);
    const gradient = new Float32Array(layout.length);
    const found2 = network.learn(weights, gradient, batch, task);
    expect(Math.abs(found2 - (await value.data())[0])).toBeLessThan(1e-4);
    const exact = (await Promise.all(grads.map((g) => g.data()))).flatMap((g) => [...g]);
    const errors = exact.map((g, i) => Math.abs(g - gradient[i]));
    expect(Math.max(...errors)).toBeLessThan(1e-4);
    expect(Math.max(...exact.map(Math.abs))).toBeGreaterThan(0.01);
  });

  it('learns to add over five steps, and the same again from the same seed', () => {
    const course = { task: 'adding', cell, lag: 5, hiddenSize: 8, seed: 1, batch: 32 } as const;
    const steps = 600;
    const first = learn({ ...course, learningRate: 0.01, steps });
    expect(first.looks.at(-1)!.loss).toBeLessThan(TASKS.adding.forgetful / 4);
    const again = learn({ ...course, learningRate: 0.01, steps: 50 });
    expect(again.looks).toEqual(first.looks.slice(0, 1));
  });
});
