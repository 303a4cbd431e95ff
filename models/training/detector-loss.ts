import * as tf from '@tensorflow/tfjs-core';
import { type DetectorSite, detectWords } from '../captioner/detector';
import type { Dropout } from '../ops/dropout';
import type { Weights } from '../recurrent/cell';

/** What a word detector is to find in some photos. */
export interface DetectorBatch {
  /** Image vectors, [photos, features]. */
  readonly pooled: tf.Tensor2D;
  /** Share of each photo's captions that have the word, in [0, 1], [photos, vocabulary]. */
  readonly shares: tf.Tensor2D;
  /** Log-odds of each word in captions of any photo, [vocabulary]. */
  readonly prior: tf.Tensor1D;
}

/**
 * Cross-entropy between the shares and the probabilities of the words, each word by itself:
 * logits x are the prior's log-odds and what was detected, and the gradient is sigmoid(x) - share.
 * @returns a scalar, in nats, summed over words and photos.
 */
export function detectorLoss(
  weights: Weights,
  { pooled, shares, prior }: DetectorBatch,
  dropout?: Dropout<DetectorSite>,
): tf.Scalar {
  const logits = tf.add<tf.Tensor2D>(detectWords(weights, pooled, dropout), prior);
  const loss = tf.customGrad((given, save) => {
    const x = given as tf.Tensor;
    (save as tf.GradSaveFunc)([x, shares]);
    return {
      value: tf.sum(tf.sub(tf.softplus(x), tf.mul(x, shares))),
      gradFunc: (dy, [logit, share]) => tf.mul(tf.sub(tf.sigmoid(logit), share), dy),
    };
  });
  return loss(logits) as tf.Scalar;
}
