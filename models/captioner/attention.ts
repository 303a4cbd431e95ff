import * as tf from '@tensorflow/tfjs-core';
import { affine, matMul, transposeLast } from '../ops/mat-mul';
import type { Weights } from '../recurrent/cell';

/** The projected image grid that every decoding step attends over. */
export interface GridMemory {
  /** [images, attention size, cells], divided by the square root of the attention size. */
  readonly keys: tf.Tensor3D;
  /** [images, cells, attention size]. */
  readonly values: tf.Tensor3D;
}

/** Projects a feature grid [images, cells, features] to keys and values. */
export function projectGrid(weights: Weights, grid: tf.Tensor3D): GridMemory {
  const [images, gridCells, features] = grid.shape;
  const flat = tf.reshape(grid, [images * gridCells, features]) as tf.Tensor2D;
  const project = (name: string) =>
    affine(flat, weights[`${name}/kernel`], weights[`${name}/bias`]);
  const ungroup = (x: tf.Tensor) => tf.reshape(x, [images, gridCells, -1]) as tf.Tensor3D;
  const keys = project('keys');
  const scaled = tf.div(keys, Math.sqrt(keys.shape[1]));
  return { keys: transposeLast(ungroup(scaled)), values: ungroup(tf.tanh(project('values'))) };
}

/**
 * Scaled dot-product attention (Luong et al. 2015; scaling by Vaswani et al. 2017).
 * @param query [images, queries, attention size].
 * @returns context [images, queries, attention size] and attention [images, queries, cells], whose
 *   rows sum to 1.
 */
export function attend(
  query: tf.Tensor3D,
  { keys, values }: GridMemory,
): { context: tf.Tensor3D; attention: tf.Tensor3D } {
  const attention = tf.softmax(matMul(query, keys));
  return { context: matMul(attention, values), attention };
}
