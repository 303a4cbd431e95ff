import * as tf from '@tensorflow/tfjs-core';

/**
 * Sum over rows of the cross-entropy between smoothed targets and predictions (label smoothing:
 * Szegedy et al. 2016). The gradient is `softmax(logits) - target`.
 * @param logits [rows, classes].
 * @param targets int32 class ids, [rows].
 * @param smoothing share of the target spread evenly over all classes, in [0, 1).
 * @returns a scalar, in nats.
 */
export function crossEntropySum(
  logits: tf.Tensor2D,
  targets: tf.Tensor1D,
  smoothing = 0,
): tf.Scalar {
  const classes = logits.shape[1];
  const uniform = smoothing / classes;
  const loss = tf.customGrad((x, save) => {
    const logProbs = tf.logSoftmax(x as tf.Tensor2D);
    const oneHot = tf.cast(tf.oneHot(targets, classes), 'float32');
    const smoothed = tf.add(tf.mul(oneHot, 1 - smoothing), uniform);
    (save as tf.GradSaveFunc)([logProbs, smoothed]);
    return {
      value: tf.neg(tf.sum(tf.mul(smoothed, logProbs))),
      gradFunc: (dy, [savedLogProbs, target]) => tf.mul(tf.sub(tf.exp(savedLogProbs), target), dy),
    };
  });
  return loss(logits) as tf.Scalar;
}
