import * as tf from '@tensorflow/tfjs-core';
import { affine, matMul, transposeLast } from '../ops/mat-mul';
import type { Weights } from '../recurrent/cell';

/** The projected image grid that every decoding step attends over. */
export interface GridMemory {
  /** [images, cells, attention size]. */
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
  return { keys: ungroup(project('keys')), values: ungroup(tf.tanh(project('values'))) };
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
  const scale = 1 / Math.sqrt(query.shape[2]);
  const attention = tf.softmax(tf.mul(matMul(query, transposeLast(keys)), scale) as tf.Tensor3D);
  return { context: matMul(attention, values), attention };
}
