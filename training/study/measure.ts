import * as tf from '@tensorflow/tfjs-core';
import { answerAt, memoryWeightSpecs, runMemory } from '../../models/memory/network';
import { traceMemory } from '../../models/memory/trace';
import { createRandom } from '../../models/random';
import { layOut, toTensors } from '../../models/training/weight-vector';
import { configOf, type Course } from './learn';
import { type StudyBatch, TASKS } from './tasks';

/** Sequences that a trained network is tested on, and that are traced. */
const TEST_ROWS = 512;
const TRACED_ROWS = 16;
/** Seeds of those sequences; no training has them. */
const TEST_SEED = 0xabcdef;
const TRACE_SEED = 0xfedcba;

/** Tests a network on the cells of `models/recurrent`. */
export async function test(course: Course, weights: Float32Array) {
  const task = TASKS[course.task];
  const unseen = task.draw(createRandom(TEST_SEED), course.lag, TEST_ROWS);
  const { loss, right } = task.score(await answersOf(course, weights, unseen), unseen);
  return { loss, right };
}

/** For each state: how strongly the last answer depends on it after each step, [lag]. */
export async function reachOf(course: Course, vector: Float32Array): Promise<number[][]> {
  const task = TASKS[course.task];
  const { rows, inputs } = task.draw(createRandom(TRACE_SEED), course.lag, TRACED_ROWS);
  const config = configOf(course);
  const weights = toTensors(layOut(memoryWeightSpecs(config)), vector);
  const { reach } = await traceMemory(config, weights, { rows, values: inputs });
  tf.dispose({ ...weights });
  return reach.map((norms) => [...norms]);
}

async function answersOf(course: Course, vector: Float32Array, batch: StudyBatch) {
  const { rows, steps, inputs, answers } = batch;
  const config = configOf(course);
  const width = rows * config.inputSize;
  const result = tf.tidy(() => {
    const weights = toTensors(layOut(memoryWeightSpecs(config)), vector);
    const x = Array.from({ length: steps }, (_, t) =>
      tf.tensor2d(inputs.subarray(t * width, (t + 1) * width), [rows, config.inputSize]),
    );
    const states = runMemory(config, weights, x).slice(-answers);
    return answerAt(weights, tf.concat(states.map(([h]) => h)) as tf.Tensor2D);
  });
  const values = (await result.data()) as Float32Array;
  result.dispose();
  return values;
}
