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
  step(weights, prefix, projected, [h, c]) {
    const recurrent = matMul(h, weights[`${prefix}/recurrent`] as tf.Tensor2D);
    const [i, f, g, o] = tf.split(tf.add(projected, recurrent) as tf.Tensor2D, 4, 1);
    const kept = tf.mul(tf.sigmoid(f), c);
    const written = tf.mul(tf.sigmoid(i), tf.tanh(g));
    const nextC = tf.add(kept, written) as tf.Tensor2D;
    return [tf.mul(tf.sigmoid(o), tf.tanh(nextC)), nextC];
  },
};
