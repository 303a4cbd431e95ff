import * as tf from '@tensorflow/tfjs-core';
import { affine, matMul } from '../ops/mat-mul';
import { type Cell, gateSpecs } from './cell';

/**
 * Gated recurrent unit (Cho et al. 2014, in the form that applies the reset gate after the product):
 *
 *     r = sigmoid(x_r + h_r),  z = sigmoid(x_z + h_z),  n = tanh(x_n + r * (h_n + b_n))
 *     h_t = (1 - z) * n + z * h_{t-1}
 *
 * with x = W_x x_t + b and h = W_h h_{t-1}, one third each.
 */
export const gruCell: Cell = {
  stateCount: 1,
  weightSpecs: (prefix, inputSize, units) => [
    ...gateSpecs(prefix, inputSize, units, 3),
    { name: `${prefix}/candidate_bias`, shape: [units], initializer: 'zeros' },
  ],
  project: (weights, prefix, x) =>
    affine(x, weights[`${prefix}/kernel`], weights[`${prefix}/bias`]),
  step: (...step) => gruCell.open(...step).state,
  open(weights, prefix, projected, [h]) {
    const recurrent = matMul(h, weights[`${prefix}/recurrent`] as tf.Tensor2D);
    const [xr, xz, xn] = tf.split(projected, 3, 1);
    const [hr, hz, hn] = tf.split(recurrent, 3, 1);
    const r = tf.sigmoid(tf.add<tf.Tensor2D>(xr, hr));
    const z = tf.sigmoid(tf.add<tf.Tensor2D>(xz, hz));
    const candidate = tf.mul(r, tf.add(hn, weights[`${prefix}/candidate_bias`]));
    const n = tf.tanh(tf.add<tf.Tensor2D>(xn, candidate));
    return { gates: { r, z, n }, state: [tf.add(n, tf.mul(z, tf.sub(h, n)))] };
  },
};
