import * as tf from '@tensorflow/tfjs-core';

/**
 * Rows of a table: table [entries, size], indices int32 [rows] in [0, entries) -> [rows, size]. The
 * gradient adds up repeated rows with scatterND, because WASM has no UnsortedSegmentSum.
 */
export function gatherRows(table: tf.Tensor2D, indices: tf.Tensor1D): tf.Tensor2D {
  const gather = tf.customGrad((rows, save) => {
    (save as tf.GradSaveFunc)([indices]);
    return {
      value: tf.gather(rows as tf.Tensor2D, indices),
      gradFunc: (dy, [savedIndices]) =>
        tf.scatterND(tf.expandDims(savedIndices as tf.Tensor1D, 1) as tf.Tensor2D, dy, table.shape),
    };
  });
  return gather(table) as tf.Tensor2D;
}
