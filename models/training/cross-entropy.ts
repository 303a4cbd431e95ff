import * as tf from '@tensorflow/tfjs-core';

/**
 * Sum over rows of the cross-entropy between smoothed targets and predictions (label smoothing:
 * Szegedy et al. 2016). The gradient of a row is its weight times `softmax(logits) - target`.
 * @param logits [rows, classes].
 * @param targets int32 class ids, [rows].
 * @param options.smoothing share of the target spread evenly over all classes, in [0, 1).
 * @param options.weights how much each row counts, [rows]; by default 1.
 * @returns a scalar, in nats.
 */
export function crossEntropySum(
  logits: tf.Tensor2D,
  targets: tf.Tensor1D,
  { smoothing = 0, weights }: { smoothing?: number; weights?: tf.Tensor1D | null } = {},
): tf.Scalar {
  const classes = logits.shape[1];
  const uniform = smoothing / classes;
  const loss = tf.customGrad((x, save) => {
    const logProbs = tf.logSoftmax(x as tf.Tensor2D);
    const oneHot = tf.cast(tf.oneHot(targets, classes), 'float32');
    const smoothed = tf.add(tf.mul(oneHot, 1 - smoothing), uniform);
    const rowWeights = weights ? tf.expandDims(weights, 1) : tf.scalar(1);
    (save as tf.GradSaveFunc)([logProbs, smoothed, rowWeights]);
    return {
      value: tf.neg(tf.sum(tf.mul(tf.mul(smoothed, logProbs), rowWeights))),
      gradFunc: (dy, [savedLogProbs, target, weight]) =>
        tf.mul(tf.sub(tf.exp(savedLogProbs), target), tf.mul(weight, dy)),
    };
  });
  return loss(logits) as tf.Scalar;
}
