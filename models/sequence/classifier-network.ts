import * as tf from '@tensorflow/tfjs-core';
import { gatherRows } from '../ops/embedding';
import { affine, matMul } from '../ops/mat-mul';
import type { Weights, WeightSpec } from '../recurrent/cell';
import { cells } from '../recurrent/cells';
import type { ClassifierConfig } from './config';
import { type Dropout, keepAll } from '../ops/dropout';
import { encode, encoderWeightSpecs } from './encoder';
import { pack, type Packing } from './packing';
import { pool, poolingWeightSpecs, tabulate, type WordTable } from './pooling';

/**
 * Many to one: a text's words are read from both ends, each word is described by the state before
 * it, itself and the state after it (Lai et al. 2015), and what the words say together is classified.
 */

const ENCODER = 'encoder';
const POOLING = 'pooling';

export function classifierWeightSpecs(config: ClassifierConfig): WeightSpec[] {
  const { vocabularySize, embeddingSize, hiddenSize, labels, pooling } = config;
  const size = embeddingSize + 2 * hiddenSize;
  return [
    { name: 'embedding', shape: [vocabularySize, embeddingSize], initializer: 'embedding' },
    ...encoderWeightSpecs(cells[config.cell], ENCODER, embeddingSize, hiddenSize),
    ...poolingWeightSpecs(pooling, POOLING, size),
    { name: 'output/kernel', shape: [size, labels.length], initializer: 'glorot' },
    { name: 'output/bias', shape: [labels.length], initializer: 'zeros' },
  ];
}

/** Texts of any lengths, packed without padding. */
export interface TextBatch {
  /** Word ids, packed. */
  readonly words: Int32Array;
  readonly packing: Packing;
  readonly table: WordTable;
}

/**
 * Packs texts. The encoder reads a long text in windows, so that its time grows with the longest
 * window and not with the text; all windows of a text are pooled together.
 * @param texts word ids of each text, at least one.
 * @param windowSize words of a window.
 */
export function packTexts(texts: readonly (readonly number[])[], windowSize: number): TextBatch {
  const windows = texts.flatMap(({ length }) =>
    Array.from({ length: Math.ceil(length / windowSize) }, (_, i) =>
      Math.min(windowSize, length - i * windowSize),
    ),
  );
  const packing = pack(windows);
  const ids = texts.flat();
  const lengths = texts.map(({ length }) => length);
  return {
    words: packing.order.map((item) => ids[item]),
    packing,
    table: tabulate(lengths, packing.places),
  };
}

/** What the classifier makes of some texts. */
export interface Classification {
  /** [texts, labels]. */
  readonly logits: tf.Tensor2D;
  /**
   * What each word adds to each logit, [texts, longest, labels]: its gradient times its vector, which
   * sum to the logits exactly but for the bias.
   */
  readonly evidence: () => tf.Tensor3D;
}

/** Where activations are dropped: word embeddings, the text's vector. */
export type ClassifierSite = 'embedding' | 'pooled';

export function classifyTexts(
  config: ClassifierConfig,
  weights: Weights,
  { words, packing, table }: TextBatch,
  dropout: Dropout<ClassifierSite> = keepAll,
): Classification {
  const ids = tf.tensor1d(words, 'int32');
  const embedded = dropout(gatherRows(weights.embedding as tf.Tensor2D, ids), 'embedding');
  const cell = cells[config.cell];
  const states = encode(cell, weights, ENCODER, config.hiddenSize, embedded, packing);
  const vectors = tf.concat([states.forward, embedded, states.backward], 1) as tf.Tensor2D;
  const { vectors: pooled, addends } = pool(config.pooling, weights, POOLING, vectors, table);
  const kernel = weights['output/kernel'] as tf.Tensor2D;
  return {
    logits: affine(dropout(pooled, 'pooled'), kernel, weights['output/bias']),
    evidence() {
      const flat = tf.reshape(addends(), [-1, kernel.shape[0]]) as tf.Tensor2D;
      return tf.reshape(matMul(flat, kernel), [table.texts, table.longest, -1]);
    },
  };
}
