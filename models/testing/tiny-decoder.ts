import * as tf from '@tensorflow/tfjs-core';
import type { DecoderModel } from '../captioner/model';
import type { DecoderConfig } from '../captioner/config';
import { decoderWeightSpecs } from '../captioner/decoder';
import { detectorWeightSpecs } from '../captioner/detector';
import type { ImageFeatures } from '../encoder/encoder';
import { createRandom } from '../random';
import type { Weights } from '../recurrent/cell';
import { Vocabulary } from '../text/vocabulary';
import { initializeWeights } from '../training/initialize';
import { layOut, toTensors, type WeightLayout } from '../training/weight-vector';

/** The vocabulary of the tiny decoder. */
export const TINY_WORDS = '<pad> <start> <end> <unk> a dog runs on grass'.split(' ');

/** A decoder small enough for numeric gradients: 9 words, 4 grid cells, 6 features. */
export function tinyConfig(changes: Partial<DecoderConfig> = {}): DecoderConfig {
  return {
    cell: 'lstm',
    attention: true,
    tied: true,
    vocabularySize: TINY_WORDS.length,
    embeddingSize: 4,
    hiddenSize: 5,
    attentionSize: 3,
    featureSize: 6,
    gridCells: 4,
    ...changes,
  };
}

/** Layout and seeded starting values of a decoder's weights. */
export function tinyWeights(
  config: DecoderConfig,
  seed = 3,
): { layout: WeightLayout; vector: Float32Array } {
  const layout = layOut(decoderWeightSpecs(config));
  return { layout, vector: initializeWeights(layout, createRandom(seed)) };
}

/** Units in the hidden layer of the tiny word detector. */
export const TINY_DETECTOR_SIZE = 3;

/** Layout and seeded starting values of a word detector's weights. */
export function tinyDetectorVector({
  featureSize,
  vocabularySize,
}: DecoderConfig): ReturnType<typeof tinyWeights> {
  const sizes = { featureSize, vocabularySize, hiddenSize: TINY_DETECTOR_SIZE };
  const layout = layOut(detectorWeightSpecs(sizes));
  return { layout, vector: initializeWeights(layout, createRandom(4)) };
}

/** Seeded weights of a tiny word detector; the caller owns them. */
export function tinyDetector(config: DecoderConfig): Weights {
  const { layout, vector } = tinyDetectorVector(config);
  return toTensors(layout, vector);
}

/** Seeded features, sparse and in [0, 6] like the real ones; the caller owns them. */
export function tinyFeatures(config: DecoderConfig, images: number, seed = 5): ImageFeatures {
  const random = createRandom(seed);
  const { gridCells, featureSize } = config;
  const values = Float32Array.from({ length: images * gridCells * featureSize }, () =>
    random() < 0.6 ? 0 : 6 * random(),
  );
  const grid = tf.tensor3d(values, [images, gridCells, featureSize]);
  return { grid, pooled: tf.mean(grid, 1) };
}

/** A tiny decoder with everything that a captioner needs; the caller owns its weights. */
export function tinyDecoderModel(changes: Partial<DecoderConfig> = {}): DecoderModel {
  const config = tinyConfig(changes);
  const { layout, vector } = tinyWeights(config);
  const missing = config.vocabularySize - TINY_WORDS.length;
  const more = Array.from({ length: missing }, (_, i) => `word${i}`);
  return {
    id: 'tiny',
    version: '1.2.3',
    config,
    weights: toTensors(layout, vector),
    detector: null,
    vocabulary: Vocabulary.fromWords([...TINY_WORDS, ...more]),
    calibration: {
      knots: [
        { score: -3, probability: 0 },
        { score: -1, probability: 1 },
      ],
      hedgeBelow: 0.3,
    },
    generation: {
      beamWidth: 3,
      lengthPenalty: 0.7,
      minWords: 2,
      maxWords: 8,
      blockRepeatedTrigrams: false,
      rareWords: 0,
      consensus: 0,
      detection: 0,
    },
  };
}
