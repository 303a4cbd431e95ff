import * as tf from '@tensorflow/tfjs-core';
import { z } from 'zod';
import { type Dropout, keepAll } from '../ops/dropout';
import { affine, matMul } from '../ops/mat-mul';
import type { Weights, WeightSpec } from '../recurrent/cell';

/** Sizes of a word detector. */
export const detectorConfigSchema = z.object({
  /** Channels of the pooled image vector. */
  featureSize: z.number().int().positive(),
  hiddenSize: z.number().int().positive(),
  /** Words of the decoder's vocabulary, the special tokens included. */
  vocabularySize: z.number().int().min(4),
});

export type DetectorConfig = z.infer<typeof detectorConfigSchema>;

/** Where activations are dropped: the image vector, the hidden layer. */
export type DetectorSite = 'image' | 'hidden';

/**
 * The word detector tells from the pooled image vector which words belong to a photo, before any
 * caption is written (Fang et al. 2015). Names, shapes and starting values of its weights.
 */
export function detectorWeightSpecs(config: DetectorConfig): WeightSpec[] {
  const { featureSize, hiddenSize, vocabularySize } = config;
  return [
    { name: 'hidden/kernel', shape: [featureSize, hiddenSize], initializer: 'glorot' },
    { name: 'hidden/bias', shape: [hiddenSize], initializer: 'zeros' },
    { name: 'words/kernel', shape: [hiddenSize, vocabularySize], initializer: 'glorot' },
  ];
}

/**
 * How much likelier each photo makes each word than photos do in general.
 * @param pooled image vectors, [images, features].
 * @returns differences of log-odds, [images, vocabulary]: what is to be added to the log-odds of a
 *   word being in a photo's caption.
 */
export function detectWords(
  weights: Weights,
  pooled: tf.Tensor2D,
  dropout: Dropout<DetectorSite> = keepAll,
): tf.Tensor2D {
  const image = dropout(pooled, 'image');
  const hidden = tf.tanh(affine(image, weights['hidden/kernel'], weights['hidden/bias']));
  return matMul(dropout(hidden, 'hidden'), weights['words/kernel'] as tf.Tensor2D);
}
