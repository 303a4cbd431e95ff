import * as tf from '@tensorflow/tfjs-core';
import { gatherRows } from '../ops/embedding';
import type { Weights } from '../recurrent/cell';
import type { TranslatorConfig } from '../sequence/config';
import {
  makeOutputLayer,
  predictPieces,
  readOut,
  readSources,
  runDecoder,
  type TranslatorSite,
} from '../sequence/translator-network';
import { crossEntropySum } from './cross-entropy';
import type { Regularisation } from './sequence-loss';
import type { TranslationBatch } from './translation-batch';

/**
 * Teacher-forced cross-entropy of translations; each language's pieces are told apart from one
 * another only.
 * @returns a scalar, in nats, summed over the pieces and ends.
 */
export function translationLoss(
  config: TranslatorConfig,
  weights: Weights,
  batch: TranslationBatch,
  { dropout, smoothing }: Regularisation<TranslatorSite> = {},
): tf.Scalar {
  const { state, memory } = readSources(config, weights, batch.sources, dropout);
  const sourceOfRow = tf.tensor1d(batch.sourceOfRow, 'int32');
  const seeds = state.map((seed) => gatherRows(seed, sourceOfRow));
  const hidden = runDecoder(config, weights, batch.inputs, batch.packing, seeds, dropout);

  const { queriesPerGroup, wordOfQuery, queryOfWord } = batch.queries;
  const grouped = gatherRows(hidden, tf.tensor1d(wordOfQuery, 'int32'));
  const queries = tf.reshape(grouped, [-1, queriesPerGroup, config.hiddenSize]) as tf.Tensor3D;
  const { readout } = readOut(weights, queries, memory, dropout);

  const losses = batch.languages.map(({ pieces, places, targets }) => {
    const rows = gatherRows(
      readout,
      tf.tensor1d(
        places.map((place) => queryOfWord[place]),
        'int32',
      ),
    );
    const logits = predictPieces(rows, makeOutputLayer(weights, pieces));
    return crossEntropySum(logits, tf.tensor1d(targets, 'int32'), { smoothing });
  });
  return tf.addN(losses) as tf.Scalar;
}
