import * as tf from '@tensorflow/tfjs-core';
import type { ImageFeatures } from '../encoder/encoder';
import { type Dropout, keepAll } from '../ops/dropout';
import { gatherRows } from '../ops/embedding';
import { affine, transposeLast } from '../ops/mat-mul';
import type { CellState, CellStep, Weights, WeightSpec } from '../recurrent/cell';
import { cells } from '../recurrent/cells';
import { attend, type GridMemory, projectGrid } from './attention';
import type { DecoderConfig } from './config';

const CELL = 'cell';

/**
 * The caption decoder: the pooled image vector seeds the recurrent state (init-inject, Tanti et al.
 * 2018), each step reads one word, and the new hidden state attends over the grid before the next
 * word is predicted (Lu et al. 2017).
 */

/** Names, shapes and starting values of the decoder's weights. */
export function decoderWeightSpecs(config: DecoderConfig): WeightSpec[] {
  const { vocabularySize, embeddingSize, hiddenSize, attentionSize, featureSize } = config;
  const cell = cells[config.cell];
  const dense = (name: string, inputs: number, outputs: number): WeightSpec[] => [
    { name: `${name}/kernel`, shape: [inputs, outputs], initializer: 'glorot' },
    { name: `${name}/bias`, shape: [outputs], initializer: 'zeros' },
  ];
  const seeds = Array.from({ length: cell.stateCount }, (_, i) =>
    dense(`seed_${i}`, featureSize, hiddenSize),
  );
  const attention = [
    ...dense('keys', featureSize, attentionSize),
    ...dense('values', featureSize, attentionSize),
    ...dense('query', hiddenSize, attentionSize),
  ];
  const readoutInputs = hiddenSize + (config.attention ? attentionSize : 0);
  return [
    { name: 'embedding', shape: [vocabularySize, embeddingSize], initializer: 'embedding' },
    ...cell.weightSpecs(CELL, embeddingSize, hiddenSize),
    ...seeds.flat(),
    ...(config.attention ? attention : []),
    ...dense('readout', readoutInputs, embeddingSize),
    ...(config.tied
      ? []
      : [
          {
            name: 'output/kernel',
            shape: [embeddingSize, vocabularySize],
            initializer: 'embedding' as const,
          },
        ]),
    { name: 'output/bias', shape: [vocabularySize], initializer: 'zeros' },
  ];
}

/** Where activations are dropped: word embeddings, the readout's input, the readout's output. */
export type DropoutSite = 'embedding' | 'evidence' | 'readout';

export type DecoderDropout = Dropout<DropoutSite>;

/** Seeds the recurrent state: pooled [images, features] -> each state tensor [images, hidden]. */
function seedState(config: DecoderConfig, weights: Weights, pooled: tf.Tensor2D): CellState {
  return Array.from({ length: cells[config.cell].stateCount }, (_, i) =>
    tf.tanh(affine(pooled, weights[`seed_${i}/kernel`], weights[`seed_${i}/bias`])),
  );
}

/** What the decoder reads of the images: the seeded state and, with attention, keys and values. */
export interface DecoderMemory {
  readonly state: CellState;
  readonly grid: GridMemory | null;
}

/** Prepares images for decoding. @returns tensors that the caller owns. */
export function prepareImages(
  config: DecoderConfig,
  weights: Weights,
  features: ImageFeatures,
): DecoderMemory {
  return {
    state: seedState(config, weights, features.pooled),
    grid: config.attention ? projectGrid(weights, features.grid) : null,
  };
}

/** Embeds words and applies the input side of the cell: int32 ids [rows] -> [rows, gates * hidden]. */
export function projectWords(
  config: DecoderConfig,
  weights: Weights,
  tokens: tf.Tensor1D,
  dropout: DecoderDropout = keepAll,
): tf.Tensor2D {
  const embedded = gatherRows(weights.embedding as tf.Tensor2D, tokens);
  return cells[config.cell].project(weights, CELL, dropout(embedded, 'embedding'));
}

/** Advances the recurrent state by one word. */
export function advance(
  config: DecoderConfig,
  weights: Weights,
  projected: tf.Tensor2D,
  state: CellState,
): CellState {
  return cells[config.cell].step(weights, CELL, projected, state);
}

/** The same step, with the cell's gates. */
export function openStep(
  config: DecoderConfig,
  weights: Weights,
  projected: tf.Tensor2D,
  state: CellState,
): CellStep {
  return cells[config.cell].open(weights, CELL, projected, state);
}

/**
 * Attention context of hidden states, grouped by image.
 * @param hidden [images, queries, hidden].
 * @returns context [images, queries, attention size] and attention [images, queries, cells].
 */
export function lookAtGrid(
  weights: Weights,
  hidden: tf.Tensor3D,
  grid: GridMemory,
): { context: tf.Tensor3D; attention: tf.Tensor3D } {
  const [images, queries, hiddenSize] = hidden.shape;
  const flat = tf.reshape(hidden, [images * queries, hiddenSize]) as tf.Tensor2D;
  const query = affine(flat, weights['query/kernel'], weights['query/bias']);
  return attend(tf.reshape(query, [images, queries, -1]) as tf.Tensor3D, grid);
}

/**
 * The output layer's kernel, [embedding size, vocabulary], made once for many predictions: its own,
 * or the embedding table's transpose. The caller owns it.
 */
export function makeOutputTable(weights: Weights): tf.Tensor2D {
  const own = weights['output/kernel'] as tf.Tensor2D | undefined;
  return own ? tf.clone(own) : transposeLast(weights.embedding as tf.Tensor2D);
}

/**
 * Scores of the next word.
 * @param outputTable the result of {@link makeOutputTable}.
 * @param hidden [rows, hidden].
 * @param context [rows, attention size], or null for a decoder without attention.
 * @returns logits [rows, vocabulary].
 */
export function predictWords(
  weights: Weights,
  outputTable: tf.Tensor2D,
  hidden: tf.Tensor2D,
  context: tf.Tensor2D | null,
  dropout: DecoderDropout = keepAll,
): tf.Tensor2D {
  const evidence = dropout(context ? tf.concat([hidden, context], 1) : hidden, 'evidence');
  const readout = tf.tanh(affine(evidence, weights['readout/kernel'], weights['readout/bias']));
  return affine(dropout(readout, 'readout'), outputTable, weights['output/bias']);
}
