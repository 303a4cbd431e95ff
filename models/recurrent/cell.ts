import type * as tf from '@tensorflow/tfjs-core';

/** Tensors by name: the weights of a model. */
export type Weights = Readonly<Record<string, tf.Tensor>>;

/** How a weight starts: uniform Glorot, orthogonal blocks, zeros, or ones on the forget gate's part. */
export type Initializer = 'glorot' | 'orthogonal' | 'zeros' | 'forget-gate' | 'embedding';

/** Name, shape and starting values of one weight. */
export interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly initializer: Initializer;
}

/** The tensors that a cell carries from one step to the next, each [rows, units]; the first is h. */
export type CellState = readonly tf.Tensor2D[];

/** One step of a cell with what happens in between. */
export interface CellStep {
  /** What each gate let through, by its letter in the cell's equations, [rows, units]. */
  readonly gates: Readonly<Record<string, tf.Tensor2D>>;
  readonly state: CellState;
}

/**
 * A recurrent cell, h_t = f(h_{t-1}, x_t), as pure functions of its weights. The part that depends
 * on the input alone is separate, so that a known sequence is projected with one matrix product.
 */
export interface Cell {
  /** 2 for the LSTM (h, c), otherwise 1 (h). */
  readonly stateCount: 1 | 2;
  /** The cell's weights, named `<prefix>/...`. */
  weightSpecs(prefix: string, inputSize: number, units: number): WeightSpec[];
  /** Input side of the gates: x [rows, inputs] -> [rows, gates * units]. */
  project(weights: Weights, prefix: string, x: tf.Tensor2D): tf.Tensor2D;
  /** Advances one step. @param projected the result of `project` for x_t, [rows, gates * units]. */
  step(weights: Weights, prefix: string, projected: tf.Tensor2D, state: CellState): CellState;
  /** The same step, with its gates. */
  open(weights: Weights, prefix: string, projected: tf.Tensor2D, state: CellState): CellStep;
}

/** Weight specifications that every cell has: input kernel, recurrent kernel and bias. */
export function gateSpecs(
  prefix: string,
  inputSize: number,
  units: number,
  gates: number,
  bias: Initializer = 'zeros',
): WeightSpec[] {
  return [
    { name: `${prefix}/kernel`, shape: [inputSize, gates * units], initializer: 'glorot' },
    { name: `${prefix}/recurrent`, shape: [units, gates * units], initializer: 'orthogonal' },
    { name: `${prefix}/bias`, shape: [gates * units], initializer: bias },
  ];
}
