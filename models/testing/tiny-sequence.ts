import * as tf from '@tensorflow/tfjs-core';
import type { Weights, WeightSpec } from '../recurrent/cell';
import { createRandom } from '../random';
import { classifierWeightSpecs } from '../sequence/classifier-network';
import type { ClassifierConfig, TaggerConfig, TranslatorConfig } from '../sequence/config';
import { taggerWeightSpecs, type WordIds } from '../sequence/tagger-network';
import type { TranslatorModel } from '../sequence/translator';
import { translatorWeightSpecs } from '../sequence/translator-network';
import { Subwords } from '../text/subwords';
import { Vocabulary } from '../text/vocabulary';
import type { OutputLanguage } from '../training/translation-batch';
import { initializeWeights } from '../training/initialize';
import { layOut, toTensors, type WeightLayout } from '../training/weight-vector';

const SPECIAL = '<pad> <start> <end> <unk>'.split(' ');

/** The words that the tiny classifier and the tiny tagger know. */
export const TINY_LEXICON = {
  words: Vocabulary.fromWords([...SPECIAL, ...'a dog runs team wins'.split(' ')]),
  characters: Vocabulary.fromWords([...SPECIAL, ...'a d g n o r s u w'.split(' ')]),
};

/** A classifier small enough for numeric gradients: 9 words, 3 labels. */
export function tinyClassifierConfig(changes: Partial<ClassifierConfig> = {}): ClassifierConfig {
  return {
    cell: 'lstm',
    pooling: 'max',
    vocabularySize: TINY_LEXICON.words.size,
    embeddingSize: 3,
    hiddenSize: 2,
    labels: ['Animals', 'Sports', 'Weather'],
    ...changes,
  };
}

/** A tagger small enough for numeric gradients: 9 words, 13 characters, 4 tags. */
export function tinyTaggerConfig(changes: Partial<TaggerConfig> = {}): TaggerConfig {
  return {
    cell: 'lstm',
    vocabularySize: TINY_LEXICON.words.size,
    embeddingSize: 3,
    hiddenSize: 2,
    characterCount: TINY_LEXICON.characters.size,
    characterSize: 2,
    spellingSize: 2,
    labels: ['ADJ', 'DET', 'NOUN', 'VERB'],
    ...changes,
  };
}

/** The pieces that the tiny translator knows; German is written with its own, Persian too. */
const TINY_PIECES = Vocabulary.fromWords([
  ...SPECIAL,
  ...'<de> <fa> ▁ a d g n ▁a ▁dog s ▁ein ▁hund ▁سگ ▁یک'.split(' '),
]);

export const TINY_OUTPUTS: OutputLanguage[] = [
  { language: 'de', mark: 4, pieces: [0, 1, 2, 3, 13, 14, 15] },
  { language: 'fa', mark: 5, pieces: [0, 1, 2, 3, 13, 16, 17] },
];

/** A translator small enough for numeric gradients: 18 pieces, 7 of each of 2 languages. */
export function tinyTranslatorConfig(changes: Partial<TranslatorConfig> = {}): TranslatorConfig {
  return {
    cell: 'lstm',
    vocabularySize: TINY_PIECES.size,
    embeddingSize: 3,
    encoderSize: 2,
    hiddenSize: 3,
    languages: ['de', 'fa'],
    ...changes,
  };
}

/** Seeded starting values of a network's weights. */
export function tinyVector(specs: readonly WeightSpec[], seed = 3) {
  const layout = layOut(specs);
  return { layout, vector: initializeWeights(layout, createRandom(seed)) };
}

/** The caller owns the weights. */
export function tinyClassifierModel(changes: Partial<ClassifierConfig> = {}) {
  const config = tinyClassifierConfig(changes);
  const { layout, vector } = tinyVector(classifierWeightSpecs(config));
  const model = { id: 'tiny', version: '1.2.3', vocabulary: TINY_LEXICON.words };
  return { ...model, config, weights: toTensors(layout, vector) };
}

/** The caller owns the weights. */
export function tinyTaggerModel(changes: Partial<TaggerConfig> = {}) {
  const config = tinyTaggerConfig(changes);
  const { layout, vector } = tinyVector(taggerWeightSpecs(config));
  const model = { id: 'tiny', version: '1.2.3', lexicon: TINY_LEXICON };
  return { ...model, config, weights: toTensors(layout, vector) };
}

/** The caller owns the weights. */
export function tinyTranslatorModel(changes: Partial<TranslatorConfig> = {}): TranslatorModel {
  const config = tinyTranslatorConfig(changes);
  const { layout, vector } = tinyVector(translatorWeightSpecs(config));
  return {
    id: 'tiny',
    version: '1.2.3',
    config,
    weights: toTensors(layout, vector),
    subwords: new Subwords(TINY_PIECES),
    languages: TINY_OUTPUTS,
    search: { beamWidth: 3, lengthPenalty: 1 },
  };
}

/** A word of the tiny tagger, spelled with its characters' ids. */
export const tinyWord = (word: number, ...characters: number[]): WordIds => ({ word, characters });

/** Loss and gradient at some weights; it leaves no tensor behind. */
export async function gradientAt(
  layout: WeightLayout,
  vector: Float32Array,
  loss: (weights: Weights) => tf.Scalar,
): Promise<{ loss: number; gradient: Float32Array }> {
  const names = layout.specs.map(({ name }) => name);
  const { value, grads } = tf.tidy(() => {
    const weights = toTensors(layout, vector);
    return tf.valueAndGrads((...tensors: tf.Tensor[]) =>
      loss(Object.fromEntries(names.map((name, i) => [name, tensors[i]]))),
    )(names.map((name) => weights[name]));
  });
  const gradient = new Float32Array(layout.length);
  for (let i = 0; i < grads.length; i++) gradient.set(await grads[i].data(), layout.offsets[i]);
  const [result] = await value.data();
  tf.dispose([value, grads]);
  return { loss: result, gradient };
}
