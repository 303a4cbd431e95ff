import * as tf from '@tensorflow/tfjs-core';
import { gatherRows } from '../ops/embedding';
import type { Cell, CellState, Weights, WeightSpec } from '../recurrent/cell';
import type { Packing } from './packing';

/**
 * A recurrent encoder that reads each sequence from both ends (Schuster & Paliwal 1997): at every
 * item, one hidden state knows what came before and another what comes after.
 */

export function encoderWeightSpecs(
  cell: Cell,
  prefix: string,
  inputSize: number,
  units: number,
): WeightSpec[] {
  return [
    ...cell.weightSpecs(`${prefix}/forward`, inputSize, units),
    ...cell.weightSpecs(`${prefix}/backward`, inputSize, units),
  ];
}

/** The hidden state at each item, [items, units], packed as the inputs are. */
export interface Encoding {
  readonly forward: tf.Tensor2D;
  readonly backward: tf.Tensor2D;
}

/**
 * @param x inputs, [items, input size], packed.
 * @param units size of each direction's hidden state.
 */
export function encode(
  cell: Cell,
  weights: Weights,
  prefix: string,
  units: number,
  x: tf.Tensor2D,
  packing: Packing,
): Encoding {
  const run = (direction: keyof Encoding, rows: number) =>
    runCell(
      cell,
      weights,
      `${prefix}/${direction}`,
      x,
      packing,
      zeroState(cell, rows, units),
      direction,
    );
  const { activeRows } = packing;
  return { forward: run('forward', activeRows[0]), backward: run('backward', activeRows.at(-1)!) };
}

function zeroState(cell: Cell, rows: number, units: number): CellState {
  return Array.from({ length: cell.stateCount }, () => tf.zeros<tf.Rank.R2>([rows, units]));
}

/** The last state of each direction, side by side: [sequences, 2 * units], in their own order. */
export function finalStates({ forward, backward }: Encoding, { first, last }: Packing) {
  const ends = [
    gatherRows(forward, tf.tensor1d(last, 'int32')),
    gatherRows(backward, tf.tensor1d(first, 'int32')),
  ];
  return tf.concat(ends, 1) as tf.Tensor2D;
}

/**
 * The hidden state at each item, [items, units], packed. Read forwards, the shortest sequences end
 * first and the state loses its last rows; read backwards, the longest begin first and the others
 * join below, from a state of zeros.
 * @param x inputs, [items, input size], packed.
 * @param state what the first step starts from, a row for each sequence that takes part in it.
 */
export function runCell(
  cell: Cell,
  weights: Weights,
  prefix: string,
  x: tf.Tensor2D,
  { activeRows }: Packing,
  state: CellState,
  direction: keyof Encoding = 'forward',
): tf.Tensor2D {
  const inputs = splitRows(cell.project(weights, prefix, x), activeRows);
  const steps = [...inputs.keys()];
  if (direction === 'backward') steps.reverse();
  let current = state;
  const hidden: tf.Tensor2D[] = [];
  for (const t of steps) {
    const rows = inputs[t].shape[0];
    current = tf.tidy(() => [
      ...cell.step(
        weights,
        prefix,
        inputs[t],
        current.map((s) => fitRows(s, rows)),
      ),
    ]);
    hidden[t] = current[0];
  }
  return tf.concat(hidden) as tf.Tensor2D;
}

/** The first rows of x, or x with rows of zeros below it. */
function fitRows(x: tf.Tensor2D, rows: number): tf.Tensor2D {
  const missing = rows - x.shape[0];
  if (missing === 0) return x;
  if (missing < 0) return tf.slice(x, 0, rows);
  return tf.pad(x, [
    [0, missing],
    [0, 0],
  ]);
}

/** The rows of each step; a split into one part has no gradient in tfjs. */
function splitRows(x: tf.Tensor2D, rows: readonly number[]): tf.Tensor2D[] {
  return rows.length === 1 ? [x] : tf.split(x, [...rows]);
}
