import * as tf from '@tensorflow/tfjs-core';
import { attend, type AttentionMemory } from '../ops/attention';
import { type Dropout, keepAll } from '../ops/dropout';
import { gatherRows } from '../ops/embedding';
import { affine, matMul, transposeLast } from '../ops/mat-mul';
import type { CellState, Weights, WeightSpec } from '../recurrent/cell';
import { cells } from '../recurrent/cells';
import type { TranslatorConfig } from './config';
import { encode, encoderWeightSpecs, finalStates, runCell } from './encoder';
import { pack, type Packing } from './packing';
import { NOTHING, spread, tabulate, type WordTable } from './pooling';

/**
 * Many to many: an encoder reads the source from both ends, its last states seed the decoder, and
 * the decoder's hidden state attends over all of the encoder's before the next piece is predicted
 * (Sutskever et al. 2014; Luong et al. 2015). The decoder's first input says in which language it
 * writes (Johnson et al. 2017), so that one encoding serves every language. One table embeds the
 * pieces of all languages and predicts them (Press & Wolf 2017).
 */

const ENCODER = 'encoder';
const DECODER = 'decoder';

export function translatorWeightSpecs(config: TranslatorConfig): WeightSpec[] {
  const { vocabularySize, embeddingSize, hiddenSize, encoderSize } = config;
  const cell = cells[config.cell];
  const memorySize = 2 * encoderSize;
  const dense = (name: string, inputs: number, outputs: number): WeightSpec[] => [
    { name: `${name}/kernel`, shape: [inputs, outputs], initializer: 'glorot' },
    { name: `${name}/bias`, shape: [outputs], initializer: 'zeros' },
  ];
  const seeds = Array.from({ length: cell.stateCount }, (_, i) =>
    dense(`seed_${i}`, memorySize, hiddenSize),
  );
  return [
    { name: 'embedding', shape: [vocabularySize, embeddingSize], initializer: 'embedding' },
    ...encoderWeightSpecs(cell, ENCODER, embeddingSize, encoderSize),
    ...seeds.flat(),
    ...cell.weightSpecs(DECODER, embeddingSize, hiddenSize),
    { name: 'keys/kernel', shape: [memorySize, hiddenSize], initializer: 'glorot' },
    ...dense('readout', hiddenSize + memorySize, embeddingSize),
    { name: 'output/bias', shape: [vocabularySize, 1], initializer: 'zeros' },
  ];
}

/** Where activations are dropped: piece embeddings, the encoder's states, the readout. */
export type TranslatorSite = 'embedding' | 'memory' | 'readout';
export type TranslatorDropout = Dropout<TranslatorSite>;

/** Sources of any lengths, packed without padding. */
export interface SourceBatch {
  /** Piece ids, packed. */
  readonly pieces: Int32Array;
  readonly packing: Packing;
  readonly table: WordTable;
}

/** @param sources piece ids of each source, at least one, of at least one piece each. */
export function packSources(sources: readonly (readonly number[])[]): SourceBatch {
  const lengths = sources.map(({ length }) => length);
  const packing = pack(lengths);
  const ids = sources.flat();
  return {
    pieces: packing.order.map((item) => ids[item]),
    packing,
    table: tabulate(lengths, packing.places),
  };
}

/** What the decoder knows of the sources: the state it starts from, and what it attends over. */
export interface SourceMemory {
  readonly state: CellState;
  readonly memory: AttentionMemory;
}

/** Reads sources. @returns tensors that the caller owns. */
export function readSources(
  config: TranslatorConfig,
  weights: Weights,
  { pieces, packing, table }: SourceBatch,
  dropout: TranslatorDropout = keepAll,
): SourceMemory {
  const cell = cells[config.cell];
  const embedded = embed(weights, pieces, dropout);
  const encoding = encode(cell, weights, ENCODER, config.encoderSize, embedded, packing);
  const ends = finalStates(encoding, packing);
  const state = Array.from({ length: cell.stateCount }, (_, i) =>
    tf.tanh(affine(ends, weights[`seed_${i}/kernel`], weights[`seed_${i}/bias`])),
  );
  const both = tf.concat([encoding.forward, encoding.backward], 1) as tf.Tensor2D;
  const states = dropout(both, 'memory');
  const kernel = tf.div<tf.Tensor2D>(weights['keys/kernel'], Math.sqrt(config.hiddenSize));
  const keys = spread(matMul(states, kernel), table, 0) as tf.Tensor3D;
  const values = spread(states, table, 0) as tf.Tensor3D;
  return { state, memory: { keys: transposeLast(keys), values, mask: maskOf(table) } };
}

function maskOf({ texts, longest, lengths }: WordTable): tf.Tensor3D {
  const mask = new Float32Array(texts * longest);
  lengths.forEach((length, text) =>
    mask.fill(NOTHING, text * longest + length, (text + 1) * longest),
  );
  return tf.tensor3d(mask, [texts, 1, longest]);
}

function embed(weights: Weights, pieces: Int32Array, dropout: TranslatorDropout): tf.Tensor2D {
  const ids = tf.tensor1d(pieces, 'int32');
  return dropout(gatherRows(weights.embedding as tf.Tensor2D, ids), 'embedding');
}

/** The decoder's hidden states for known inputs, [pieces, hidden], packed. */
export function runDecoder(
  config: TranslatorConfig,
  weights: Weights,
  pieces: Int32Array,
  packing: Packing,
  state: CellState,
  dropout: TranslatorDropout = keepAll,
): tf.Tensor2D {
  const embedded = embed(weights, pieces, dropout);
  return runCell(cells[config.cell], weights, DECODER, embedded, packing, state);
}

/** Advances the decoder by one piece, [rows]. */
export function stepDecoder(
  config: TranslatorConfig,
  weights: Weights,
  pieces: Int32Array,
  state: CellState,
): CellState {
  const cell = cells[config.cell];
  const projected = cell.project(weights, DECODER, embed(weights, pieces, keepAll));
  return cell.step(weights, DECODER, projected, state);
}

/**
 * What the decoder is about to say.
 * @param hidden of the decoder, grouped by source: [sources, queries, hidden].
 * @returns readout [sources * queries, embedding size] and attention [sources, queries, places].
 */
export function readOut(
  weights: Weights,
  hidden: tf.Tensor3D,
  memory: AttentionMemory,
  dropout: TranslatorDropout = keepAll,
): { readout: tf.Tensor2D; attention: tf.Tensor3D } {
  const { context, attention } = attend(hidden, memory);
  const evidence = tf.concat([hidden, context], 2);
  const flat = tf.reshape(evidence, [-1, evidence.shape[2]]) as tf.Tensor2D;
  const readout = tf.tanh(affine(flat, weights['readout/kernel'], weights['readout/bias']));
  return { readout: dropout(readout, 'readout'), attention };
}

/** The output layer of one language, which knows only that language's pieces. */
export interface OutputLayer {
  /** [embedding size, pieces]. */
  readonly kernel: tf.Tensor2D;
  /** [pieces]. */
  readonly bias: tf.Tensor1D;
}

/** @param pieces ids of the language's pieces. @returns tensors that the caller owns. */
export function makeOutputLayer(weights: Weights, pieces: readonly number[]): OutputLayer {
  const ids = tf.tensor1d([...pieces], 'int32');
  return {
    kernel: transposeLast(gatherRows(weights.embedding as tf.Tensor2D, ids)),
    // A sum, since WASM takes a reshaped column for a matrix.
    bias: tf.sum(gatherRows(weights['output/bias'] as tf.Tensor2D, ids), 1) as tf.Tensor1D,
  };
}

/** Scores of a language's pieces: readout [rows, embedding size] -> logits [rows, pieces]. */
export function predictPieces(readout: tf.Tensor2D, { kernel, bias }: OutputLayer): tf.Tensor2D {
  return affine(readout, kernel, bias);
}
