import * as tf from '@tensorflow/tfjs-core';
import type { DecoderConfig } from '../captioner/config';
import { decoderWeightSpecs } from '../captioner/decoder';
import type { ImageFeatures } from '../encoder/encoder';
import { createRandom } from '../random';
import { initializeWeights } from '../training/initialize';
import { layOut, type WeightLayout } from '../training/weight-vector';

/** A decoder small enough for numeric gradients: 9 words, 4 grid cells, 6 features. */
export function tinyConfig(changes: Partial<DecoderConfig> = {}): DecoderConfig {
  return {
    cell: 'lstm',
    attention: true,
    vocabularySize: 9,
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
