import * as tf from '@tensorflow/tfjs-core';
import { matMul } from './mat-mul';

/** What attention looks at: some places of each of some groups, such as the cells of an image's grid. */
export interface AttentionMemory {
  /** [groups, key size, places]. */
  readonly keys: tf.Tensor3D;
  /** [groups, places, value size]. */
  readonly values: tf.Tensor3D;
  /** Added to every score, [groups, 1, places]: 0, or a great negative number where nothing is. */
  readonly mask?: tf.Tensor3D;
}

/**
 * Dot-product attention (Luong et al. 2015).
 * @param query [groups, queries, key size].
 * @returns context [groups, queries, value size] and attention [groups, queries, places], whose rows
 *   sum to 1.
 */
export function attend(
  query: tf.Tensor3D,
  { keys, values, mask }: AttentionMemory,
): { context: tf.Tensor3D; attention: tf.Tensor3D } {
  const scores = matMul(query, keys);
  const attention = tf.softmax(mask ? tf.add(scores, mask) : scores) as tf.Tensor3D;
  return { context: matMul(attention, values), attention };
}
