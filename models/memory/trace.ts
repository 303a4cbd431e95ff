import * as tf from '@tensorflow/tfjs-core';
import type { CellState, Weights } from '../recurrent/cell';
import { cells } from '../recurrent/cells';
import type { MemoryConfig } from './config';
import { answerAt, runMemory } from './network';

/** Sequences of equal length, step by step. */
export interface MemoryInput {
  readonly rows: number;
  /** [steps, rows, input size]. */
  readonly values: Float32Array;
}

/** What a network did while it read some sequences. */
export interface MemoryTrace {
  /** For each state, h and then c: [steps, rows, hidden]. */
  readonly states: readonly Float32Array[];
  /** What it would have answered after each step, [steps, rows, outputs]. */
  readonly answers: Float32Array;
  /**
   * For each state: how strongly the sum of the last answers depends on it after each step, as the L2
   * norm of the gradient, a mean over the rows, [steps].
   */
  readonly reach: readonly Float32Array[];
}

/** Runs a network and looks at it; frees every tensor but the weights. */
export async function traceMemory(
  config: MemoryConfig,
  weights: Weights,
  { rows, values }: MemoryInput,
): Promise<MemoryTrace> {
  const { inputSize, hiddenSize, cell } = config;
  const { stateCount } = cells[cell];
  const width = rows * inputSize;
  const [states, answers, norms] = tf.tidy(() => {
    const inputs = Array.from({ length: values.length / width }, (_, t) =>
      tf.tensor2d(values.subarray(t * width, (t + 1) * width), [rows, inputSize]),
    );
    const run = runMemory(config, weights, inputs);
    const stacked = Array.from({ length: stateCount }, (_, i) => tf.stack(run.map((s) => s[i])));
    const hidden = tf.reshape(stacked[0], [-1, hiddenSize]) as tf.Tensor2D;

    const zeros = run.flatMap((state) => state.map((s) => tf.zerosLike(s)));
    const lastAnswers = (...nudges: tf.Tensor[]) => {
      const nudged = runMemory(config, weights, inputs, groups(nudges, stateCount));
      const [h, ...others] = nudged.at(-1)!;
      // Nothing depends on the last c; without a term of its own it has no gradient, not even zero.
      const nothing = others.map((state) => tf.mul(tf.sum(state), 0));
      return tf.addN([tf.sum(answerAt(weights, h)), ...nothing]);
    };
    const gradients = groups(tf.grads(lastAnswers)(zeros), stateCount);
    const reach = Array.from({ length: stateCount }, (_, i) =>
      tf.mean(tf.norm(tf.stack(gradients.map((g) => g[i])), 2, 2), 1),
    );
    return [stacked, answerAt(weights, hidden), reach] as const;
  });
  const read = async (tensor: tf.Tensor) => (await tensor.data()) as Float32Array;
  try {
    return {
      states: await Promise.all(states.map(read)),
      answers: await read(answers),
      reach: await Promise.all(norms.map(read)),
    };
  } finally {
    tf.dispose([...states, answers, ...norms]);
  }
}

/** Consecutive tensors by `size`: the states of each step. */
function groups(tensors: readonly tf.Tensor[], size: number): CellState[] {
  return Array.from(
    { length: tensors.length / size },
    (_, t) => tensors.slice(t * size, (t + 1) * size) as tf.Tensor2D[],
  );
}
