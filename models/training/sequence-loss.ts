import * as tf from '@tensorflow/tfjs-core';
import type { Dropout } from '../ops/dropout';
import type { Weights } from '../recurrent/cell';
import { type ClassifierSite, classifyTexts, type TextBatch } from '../sequence/classifier-network';
import type { ClassifierConfig, TaggerConfig } from '../sequence/config';
import { type SentenceBatch, type TaggerSite, tagWords } from '../sequence/tagger-network';
import { crossEntropySum } from './cross-entropy';

/** How a loss is regularised; not at all by default. */
export interface Regularisation<Site extends string> {
  readonly dropout?: Dropout<Site>;
  /** Label smoothing. */
  readonly smoothing?: number;
}

/**
 * Cross-entropy of the texts' labels.
 * @param labels of each text, [texts].
 * @returns a scalar, in nats, summed over the texts.
 */
export function classifierLoss(
  config: ClassifierConfig,
  weights: Weights,
  batch: TextBatch,
  labels: readonly number[],
  { dropout, smoothing }: Regularisation<ClassifierSite> = {},
): tf.Scalar {
  const { logits } = classifyTexts(config, weights, batch, dropout);
  return crossEntropySum(logits, tf.tensor1d([...labels], 'int32'), { smoothing });
}

/**
 * Cross-entropy of the words' tags.
 * @param tags of each word, the sentences one after another, [words].
 * @returns a scalar, in nats, summed over the words.
 */
export function taggerLoss(
  config: TaggerConfig,
  weights: Weights,
  batch: SentenceBatch,
  tags: readonly number[],
  { dropout, smoothing }: Regularisation<TaggerSite> = {},
): tf.Scalar {
  const logits = tagWords(config, weights, batch, dropout);
  const packed = batch.packing.order.map((item) => tags[item]);
  return crossEntropySum(logits, tf.tensor1d(packed, 'int32'), { smoothing });
}
