import * as tf from '@tensorflow/tfjs-core';
import type { DecoderConfig } from '../captioner/config';
import {
  advance,
  type DecoderDropout,
  lookAtGrid,
  predictWords,
  prepareImages,
  projectWords,
  makeOutputTable,
} from '../captioner/decoder';
import type { ImageFeatures } from '../encoder/encoder';
import { gatherRows } from '../ops/embedding';
import type { Weights } from '../recurrent/cell';
import type { CaptionBatch } from './caption-batch';
import { crossEntropySum } from './cross-entropy';

/**
 * Teacher-forced cross-entropy of the captions of some images, summed over their words, each times
 * its weight in the batch.
 * @param features one row an image of the batch.
 * @param options.temperature divides the logits, 1 by default.
 * @returns a scalar, in nats.
 */
export function captionLoss(
  config: DecoderConfig,
  weights: Weights,
  features: ImageFeatures,
  batch: CaptionBatch,
  options: { dropout?: DecoderDropout; smoothing?: number; temperature?: number } = {},
): tf.Scalar {
  const raw = captionLogits(config, weights, features, batch, options.dropout);
  const logits =
    options.temperature === undefined ? raw : tf.div<tf.Tensor2D>(raw, options.temperature);
  const wordWeights = batch.wordWeights && tf.tensor1d(batch.wordWeights);
  const { smoothing } = options;
  return crossEntropySum(logits, tf.tensor1d(batch.targets, 'int32'), {
    smoothing,
    weights: wordWeights,
  });
}

/** Scores of every word of the batch under teacher forcing: logits [words, vocabulary]. */
export function captionLogits(
  config: DecoderConfig,
  weights: Weights,
  features: ImageFeatures,
  batch: CaptionBatch,
  dropout?: DecoderDropout,
): tf.Tensor2D {
  const memory = prepareImages(config, weights, features);
  const imageOfRow = tf.tensor1d(batch.imageOfRow, 'int32');
  const tokens = tf.tensor1d(batch.inputs, 'int32');
  const projected = projectWords(config, weights, tokens, dropout);
  const inputs = tf.split(projected, [...batch.activeRows]);

  let state = memory.state.map((seed) => gatherRows(seed, imageOfRow));
  const hiddens = inputs.map((input) => {
    const running = state.map((s) => firstRows(s, input.shape[0]));
    state = [...advance(config, weights, input as tf.Tensor2D, running)];
    return state[0];
  });
  const hidden = tf.concat(hiddens) as tf.Tensor2D;
  const outputTable = makeOutputTable(weights);

  if (!memory.grid) return predictWords(weights, outputTable, hidden, null, dropout);
  const { queriesPerGroup, wordOfQuery, queryOfWord } = batch.queries;
  const grouped = gatherRows(hidden as tf.Tensor2D, tf.tensor1d(wordOfQuery, 'int32'));
  const queries = [batch.images, queriesPerGroup, config.hiddenSize] as const;
  const { context } = lookAtGrid(weights, tf.reshape(grouped, [...queries]), memory.grid);
  const flat = tf.reshape(context, [-1, config.attentionSize]) as tf.Tensor2D;
  const contextOfWord = gatherRows(flat, tf.tensor1d(queryOfWord, 'int32'));
  return predictWords(weights, outputTable, hidden, contextOfWord, dropout);
}

function firstRows(x: tf.Tensor2D, rows: number): tf.Tensor2D {
  return rows === x.shape[0] ? x : (tf.slice(x, 0, rows) as tf.Tensor2D);
}
