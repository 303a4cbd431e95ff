import * as tf from '@tensorflow/tfjs-core';

/**
 * Matrix product of [rows, inner] and [inner, columns], or of batches of them with equal batch size.
 * Its gradient transposes explicitly before it multiplies: WASM's matMul with transpose flags is
 * about fifteen times slower than a transpose followed by a plain product.
 */
export const matMul = tf.customGrad((a, b, save) => {
  const left = a as tf.Tensor;
  const right = b as tf.Tensor;
  (save as tf.GradSaveFunc)([left, right]);
  return {
    value: tf.matMul(left, right),
    gradFunc: (dy, [savedLeft, savedRight]) => [
      tf.matMul(dy, transposeLast(savedRight)),
      tf.matMul(transposeLast(savedLeft), dy),
    ],
  };
}) as <T extends tf.Tensor2D | tf.Tensor3D>(a: T, b: T) => T;

/** Swaps the last two axes of a matrix or a batch of matrices, with a gradient of the same kind. */
export function transposeLast<T extends tf.Tensor>(x: T): T {
  return tf.transpose(x, x.rank === 3 ? [0, 2, 1] : [1, 0]);
}

/** Affine map: `x W + b` for x [rows, inputs], W [inputs, outputs], b [outputs]. */
export const affine = tf.customGrad((x, kernel, bias, save) => {
  const [input, factor, shift] = [x, kernel, bias] as [tf.Tensor2D, tf.Tensor2D, tf.Tensor1D];
  (save as tf.GradSaveFunc)([input, factor]);
  return {
    value: tf.fused.matMul({ a: input, b: factor, bias: shift }) as tf.Tensor2D,
    gradFunc: (dy: tf.Tensor2D, [savedInput, savedFactor]) => [
      tf.matMul(dy, transposeLast(savedFactor)),
      tf.matMul(transposeLast(savedInput), dy),
      tf.sum(dy, 0),
    ],
  };
}) as (x: tf.Tensor2D, kernel: tf.Tensor, bias: tf.Tensor) => tf.Tensor2D;
