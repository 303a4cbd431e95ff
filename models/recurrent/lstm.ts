import * as tf from '@tensorflow/tfjs-core';
import { affine, matMul } from '../ops/mat-mul';
import { type Cell, gateSpecs } from './cell';

/**
 * Long short-term memory (Hochreiter & Schmidhuber 1997, with the forget gate of Gers et al. 2000):
 *
 *     i, f, g, o = W_x x_t + W_h h_{t-1} + b          (one quarter each)
 *     c_t = sigmoid(f) * c_{t-1} + sigmoid(i) * tanh(g)
 *     h_t = sigmoid(o) * tanh(c_t)
 *
 * The forget gate's bias starts at 1 (Jozefowicz et al. 2015).
 */
export const lstmCell: Cell = {
  stateCount: 2,
  weightSpecs: (prefix, inputSize, units) => gateSpecs(prefix, inputSize, units, 4, 'forget-gate'),
  project: (weights, prefix, x) =>
    affine(x, weights[`${prefix}/kernel`], weights[`${prefix}/bias`]),
  step: (...step) => lstmCell.open(...step).state,
  open(weights, prefix, projected, [h, c]) {
    const recurrent = matMul(h, weights[`${prefix}/recurrent`] as tf.Tensor2D);
    const parts = tf.split(tf.add<tf.Tensor2D>(projected, recurrent), 4, 1) as tf.Tensor2D[];
    const [i, f, o] = [parts[0], parts[1], parts[3]].map((part) => tf.sigmoid(part));
    const g = tf.tanh(parts[2]);
    const nextC = tf.add<tf.Tensor2D>(tf.mul(f, c), tf.mul(i, g));
    return { gates: { i, f, g, o }, state: [tf.mul(o, tf.tanh(nextC)), nextC] };
  },
};
