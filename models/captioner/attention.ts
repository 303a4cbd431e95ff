import * as tf from '@tensorflow/tfjs-core';
import type { AttentionMemory } from '../ops/attention';
import { affine, transposeLast } from '../ops/mat-mul';
import type { Weights } from '../recurrent/cell';

/**
 * Projects a feature grid [images, cells, features] to keys, which are divided by the square root of
 * the attention size (Vaswani et al. 2017), and values of the attention size.
 */
export function projectGrid(weights: Weights, grid: tf.Tensor3D): AttentionMemory {
  const [images, gridCells, features] = grid.shape;
  const flat = tf.reshape(grid, [images * gridCells, features]) as tf.Tensor2D;
  const project = (name: string) =>
    affine(flat, weights[`${name}/kernel`], weights[`${name}/bias`]);
  const ungroup = (x: tf.Tensor) => tf.reshape(x, [images, gridCells, -1]) as tf.Tensor3D;
  const keys = project('keys');
  const scaled = tf.div(keys, Math.sqrt(keys.shape[1]));
  return { keys: transposeLast(ungroup(scaled)), values: ungroup(tf.tanh(project('values'))) };
}
