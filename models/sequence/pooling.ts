import * as tf from '@tensorflow/tfjs-core';
import { gatherRows } from '../ops/embedding';
import { affine, matMul } from '../ops/mat-mul';
import type { Weights, WeightSpec } from '../recurrent/cell';

/** How the vectors of a text's words become one: the greatest value, the mean, or by attention. */
export const POOLINGS = ['max', 'mean', 'attention'] as const;

export type Pooling = (typeof POOLINGS)[number];

/** The words of some texts: row `i` of the table lists the places of text i's words. */
export interface WordTable {
  readonly texts: number;
  /** Words of the longest text. */
  readonly longest: number;
  /** Words of each text, [texts]. */
  readonly lengths: readonly number[];
  /** [texts * longest]; unused ones point behind the last word. */
  readonly places: Int32Array;
}

/** @param places for each word of the texts one after another, its row in the words' vectors. */
export function tabulate(lengths: readonly number[], places: Int32Array): WordTable {
  const longest = Math.max(...lengths);
  const table = new Int32Array(lengths.length * longest).fill(places.length);
  let start = 0;
  lengths.forEach((length, text) => {
    table.set(places.subarray(start, start + length), text * longest);
    start += length;
  });
  return { texts: lengths.length, longest, lengths, places: table };
}

export function poolingWeightSpecs(pooling: Pooling, prefix: string, size: number): WeightSpec[] {
  if (pooling !== 'attention') return [];
  return [
    { name: `${prefix}/kernel`, shape: [size, size], initializer: 'glorot' },
    { name: `${prefix}/bias`, shape: [size], initializer: 'zeros' },
    { name: `${prefix}/query`, shape: [size, 1], initializer: 'glorot' },
  ];
}

/** The vectors of some texts, and what each word added to them. */
export interface Pooled {
  /** [texts, size]. */
  readonly vectors: tf.Tensor2D;
  /** Addends that sum to the vectors exactly, [texts, longest, size]; 0 where a text has no word. */
  readonly addends: () => tf.Tensor3D;
}

/** Stands for a word that is not there, below every value that is. */
export const NOTHING = -1e9;

/** @param x vectors of all words, [words, size]. */
export function pool(
  pooling: Pooling,
  weights: Weights,
  prefix: string,
  x: tf.Tensor2D,
  table: WordTable,
): Pooled {
  if (pooling === 'max') {
    const words = spread(x, table, NOTHING);
    const vectors = tf.max(words, 1) as tf.Tensor2D;
    return { vectors, addends: () => whereEqual(words, vectors) };
  }
  if (pooling === 'mean') {
    const counts = tf.tensor3d([...table.lengths], [table.texts, 1, 1]);
    return sumUp(tf.div(spread(x, table, 0), counts));
  }
  const tuned = tf.tanh(affine(x, weights[`${prefix}/kernel`], weights[`${prefix}/bias`]));
  const scores = matMul(tuned, weights[`${prefix}/query`] as tf.Tensor2D);
  const ofText = tf.reshape(spread(scores, table, NOTHING), [table.texts, table.longest]);
  return sumUp(tf.mul(tf.expandDims(tf.softmax(ofText), 2), spread(x, table, 0)));
}

/** Rows by text: [words, size] -> [texts, longest, size], with `filler` where a text has no word. */
export function spread(rows: tf.Tensor2D, { texts, longest, places }: WordTable, filler: number) {
  const size = rows.shape[1];
  const all = tf.concat([rows, tf.fill([1, size], filler)]) as tf.Tensor2D;
  return tf.reshape(gatherRows(all, tf.tensor1d(places, 'int32')), [texts, longest, size]);
}

function sumUp(addends: tf.Tensor): Pooled {
  return { vectors: tf.sum(addends, 1), addends: () => addends as tf.Tensor3D };
}

/** The values that equal their text's, and 0 elsewhere; equal ones share. */
function whereEqual(words: tf.Tensor, vectors: tf.Tensor2D): tf.Tensor3D {
  const isEqual = tf.cast(tf.equal(words, tf.expandDims(vectors, 1)), 'float32');
  return tf.mul(words, tf.div(isEqual, tf.sum(isEqual, 1, true)));
}
