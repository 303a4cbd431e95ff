import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import type { CellState } from '../recurrent/cell';
import { initializeWeights } from '../training/initialize';
import { layOut, toTensors } from '../training/weight-vector';
import { answerAt, memoryWeightSpecs, runMemory } from './network';
import { traceMemory } from './trace';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe.each(['rnn', 'gru', 'lstm'] as const)('tracing a network of %s', (cell) => {
  const config = { cell, inputSize: 2, hiddenSize: 4, outputs: 1 };
  const layout = layOut(memoryWeightSpecs(config));
  const vector = initializeWeights(layout, createRandom(4));
  const steps = 5;
  const random = createRandom(8);
  const values = Float32Array.from({ length: steps * 2 }, random);
  const inputs = () =>
    Array.from({ length: steps }, (_, t) => tf.tensor2d(values.subarray(2 * t, 2 * t + 2), [1, 2]));

  it('gives the norm of the gradient that finite differences give, to 1 %', async () => {
    const weights = toTensors(layout, vector);
    const { reach } = await traceMemory(config, weights, { rows: 1, values });
    const size = 1e-2;
    /** The last answer when unit `unit` of state `state` is moved after step `step`. */
    const moved = (step: number, state: number, unit: number, by: number) =>
      tf.tidy(() => {
        const still = Float32Array.of(0, 0, 0, 0);
        const pushed = still.with(unit, by);
        const nudges: CellState[] = Array.from({ length: steps }, (_, t) =>
          [...reach.keys()].map((i) =>
            tf.tensor2d(t === step && i === state ? pushed : still, [1, 4]),
          ),
        );
        const states = runMemory(config, weights, inputs(), nudges);
        return answerAt(weights, states.at(-1)![0]).dataSync()[0];
      });
    reach.forEach((norms, state) => {
      for (let step = 0; step < steps; step++) {
        const slopes = Array.from(
          { length: 4 },
          (_, k) => (moved(step, state, k, size) - moved(step, state, k, -size)) / (2 * size),
        );
        expect(Math.abs(norms[step] - Math.hypot(...slopes))).toBeLessThan(
          1e-4 + 0.01 * norms[step],
        );
      }
    });
    expect(reach[0][steps - 1]).toBeGreaterThan(0.1);
  });

  it('tells states and answers of every step, and leaks no tensor', async () => {
    const weights = toTensors(layout, vector);
    const both = new Float32Array(2 * values.length);
    for (let t = 0; t < steps; t++) {
      both.set([...values.subarray(2 * t, 2 * t + 2), 0.5, 0], 4 * t);
    }
    const before = tf.memory().numTensors;
    const alone = await traceMemory(config, weights, { rows: 1, values });
    const together = await traceMemory(config, weights, { rows: 2, values: both });
    expect(tf.memory().numTensors).toBe(before);
    expect(alone.states.map(({ length }) => length)).toEqual(alone.reach.map(() => steps * 4));
    for (let t = 0; t < steps; t++) {
      expect(together.answers[2 * t]).toBeCloseTo(alone.answers[t], 5);
      expect(together.states[0][2 * t * 4]).toBeCloseTo(alone.states[0][t * 4], 5);
    }
  });
});
