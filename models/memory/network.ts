import * as tf from '@tensorflow/tfjs-core';
import { affine } from '../ops/mat-mul';
import type { CellState, Weights, WeightSpec } from '../recurrent/cell';
import { cells } from '../recurrent/cells';
import type { MemoryConfig } from './config';

const CELL = 'cell';

/**
 * A bare recurrent network, to see how far back a cell remembers: it reads one small vector at each
 * step, and answers with an affine map of its hidden state.
 */
export function memoryWeightSpecs(config: MemoryConfig): WeightSpec[] {
  const { cell, inputSize, hiddenSize, outputs } = config;
  return [
    ...cells[cell].weightSpecs(CELL, inputSize, hiddenSize),
    { name: 'output/kernel', shape: [hiddenSize, outputs], initializer: 'glorot' },
    { name: 'output/bias', shape: [outputs], initializer: 'zeros' },
  ];
}

/**
 * The states after each step, from a state of zeros.
 * @param inputs of each step, [rows, input size].
 * @param nudges added to the state after each step, so that the gradient by it can be taken; none
 *   by default.
 */
export function runMemory(
  { cell: name, hiddenSize }: MemoryConfig,
  weights: Weights,
  inputs: readonly tf.Tensor2D[],
  nudges?: readonly CellState[],
): CellState[] {
  const cell = cells[name];
  const rows = inputs[0].shape[0];
  let state: CellState = Array.from({ length: cell.stateCount }, () =>
    tf.zeros<tf.Rank.R2>([rows, hiddenSize]),
  );
  return inputs.map((input, t) => {
    const stepped = cell.step(weights, CELL, cell.project(weights, CELL, input), state);
    state = nudges ? stepped.map((s, i) => tf.add<tf.Tensor2D>(s, nudges[t][i])) : stepped;
    return state;
  });
}

/** What the network answers at a hidden state: h [rows, hidden] -> [rows, outputs]. */
export function answerAt(weights: Weights, h: tf.Tensor2D): tf.Tensor2D {
  return affine(h, weights['output/kernel'], weights['output/bias']);
}
