import * as tf from '@tensorflow/tfjs-core';
import { gatherRows } from '../ops/embedding';
import { affine } from '../ops/mat-mul';
import type { Weights, WeightSpec } from '../recurrent/cell';
import { cells } from '../recurrent/cells';
import type { TaggerConfig } from './config';
import { type Dropout, keepAll } from '../ops/dropout';
import { encode, encoderWeightSpecs, finalStates } from './encoder';
import { pack, type Packing } from './packing';

/**
 * Many to many, aligned: each word is known by itself and by its spelling, which a small encoder
 * reads from both ends (Ling et al. 2015), and is tagged by what stands before and after it
 * (Plank et al. 2016).
 */

const SPELLING = 'spelling';
const ENCODER = 'encoder';

export function taggerWeightSpecs(config: TaggerConfig): WeightSpec[] {
  const { vocabularySize, embeddingSize, hiddenSize, labels } = config;
  const { characterCount, characterSize, spellingSize } = config;
  const cell = cells[config.cell];
  return [
    { name: 'embedding', shape: [vocabularySize, embeddingSize], initializer: 'embedding' },
    { name: 'characters', shape: [characterCount, characterSize], initializer: 'embedding' },
    ...encoderWeightSpecs(cell, SPELLING, characterSize, spellingSize),
    ...encoderWeightSpecs(cell, ENCODER, embeddingSize + 2 * spellingSize, hiddenSize),
    { name: 'output/kernel', shape: [2 * hiddenSize, labels.length], initializer: 'glorot' },
    { name: 'output/bias', shape: [labels.length], initializer: 'zeros' },
  ];
}

/** A word as the tagger gets it. */
export interface WordIds {
  readonly word: number;
  /** At least one. */
  readonly characters: readonly number[];
}

/** Sentences of any lengths, packed without padding; each spelling is read once. */
export interface SentenceBatch {
  /** Word ids, packed. */
  readonly words: Int32Array;
  readonly packing: Packing;
  /** Spelling of each word, packed as the words are. */
  readonly spellings: Int32Array;
  /** Character ids of the different spellings, packed. */
  readonly characters: Int32Array;
  readonly spellingPacking: Packing;
}

/** @param sentences at least one, of at least one word each. */
export function packSentences(sentences: readonly (readonly WordIds[])[]): SentenceBatch {
  const packing = pack(sentences.map(({ length }) => length));
  const flat = sentences.flat();
  const different = new Map<string, { place: number; characters: readonly number[] }>();
  const spellingOf = flat.map(({ characters }) => {
    const key = characters.join();
    const known = different.get(key);
    if (known) return known.place;
    different.set(key, { place: different.size, characters });
    return different.size - 1;
  });
  const spelled = [...different.values()].map(({ characters }) => characters);
  const spellingPacking = pack(spelled.map(({ length }) => length));
  const characters = spelled.flat();
  return {
    words: packing.order.map((item) => flat[item].word),
    packing,
    spellings: packing.order.map((item) => spellingOf[item]),
    characters: spellingPacking.order.map((item) => characters[item]),
    spellingPacking,
  };
}

/** Where activations are dropped: the words' vectors, the hidden states. */
export type TaggerSite = 'word' | 'hidden';

/** Scores of each word's tags: logits [words, labels], packed. */
export function tagWords(
  config: TaggerConfig,
  weights: Weights,
  batch: SentenceBatch,
  dropout: Dropout<TaggerSite> = keepAll,
): tf.Tensor2D {
  const cell = cells[config.cell];
  const embed = (table: string, ids: Int32Array) =>
    gatherRows(weights[table] as tf.Tensor2D, tf.tensor1d(ids, 'int32'));

  const characters = embed('characters', batch.characters);
  const { spellingPacking: spelled } = batch;
  const read = encode(cell, weights, SPELLING, config.spellingSize, characters, spelled);
  const spelling = gatherRows(finalStates(read, spelled), tf.tensor1d(batch.spellings, 'int32'));

  const words = tf.concat([embed('embedding', batch.words), spelling], 1) as tf.Tensor2D;
  const dropped = dropout(words, 'word');
  const states = encode(cell, weights, ENCODER, config.hiddenSize, dropped, batch.packing);
  const hidden = tf.concat([states.forward, states.backward], 1) as tf.Tensor2D;
  return affine(dropout(hidden, 'hidden'), weights['output/kernel'], weights['output/bias']);
}
