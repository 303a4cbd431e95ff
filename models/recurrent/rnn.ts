import * as tf from '@tensorflow/tfjs-core';
import { affine, matMul } from '../ops/mat-mul';
import { type Cell, gateSpecs } from './cell';

/** Simple recurrent network (Elman 1990): h_t = tanh(W_x x_t + W_h h_{t-1} + b). */
export const rnnCell: Cell = {
  stateCount: 1,
  weightSpecs: (prefix, inputSize, units) => gateSpecs(prefix, inputSize, units, 1),
  project: (weights, prefix, x) =>
    affine(x, weights[`${prefix}/kernel`], weights[`${prefix}/bias`]),
  step: (...step) => rnnCell.open(...step).state,
  open(weights, prefix, projected, [h]) {
    const recurrent = matMul(h, weights[`${prefix}/recurrent`] as tf.Tensor2D);
    return { gates: {}, state: [tf.tanh(tf.add(projected, recurrent))] };
  },
};
