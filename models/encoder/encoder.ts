import { load } from '@tensorflow-models/mobilenet';
import type { GraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import type { RgbImage } from '../image';
import { FEATURE_SIZE, GRID_CELLS, GRID_NODE, INPUT_SIZE, POOLED_NODE } from './nodes';
import { resizeToSquare } from './resize';

/** The image features that seed and feed the decoder. The caller owns both tensors. */
export interface ImageFeatures {
  /** Pooled image vector, [images, 1280], values in [0, 6]. */
  readonly pooled: tf.Tensor2D;
  /** Feature grid, [images, 49, 1280], row by row from the top left, values in [0, 6]. */
  readonly grid: tf.Tensor3D;
}

/** A convolutional network that turns pictures into features. */
export interface Encoder {
  /** @param pixels [images, 224, 224, 3], values in [0, 255]. Not disposed. */
  encode(pixels: tf.Tensor4D): ImageFeatures;
  dispose(): void;
}

/**
 * Pixels of one picture as the encoder wants them.
 * @returns [1, 224, 224, 3], values in [0, 255]; the caller owns it.
 */
export function toPixels(image: RgbImage): tf.Tensor4D {
  return tf.tensor4d(resizeToSquare(image, INPUT_SIZE), [1, INPUT_SIZE, INPUT_SIZE, 3]);
}

/**
 * Loads MobileNetV2 1.0/224 (Sandler et al. 2018) through `@tensorflow-models/mobilenet`.
 * @param source a handler that yields a graph model with the node names of `nodes.ts`, or an
 *   address; undefined is the address inside the package.
 */
export async function loadEncoder(source: tf.io.IOHandler | string | undefined): Promise<Encoder> {
  const mobilenet = await load({
    version: 2,
    alpha: 1,
    modelUrl: source,
    inputRange: source === undefined ? undefined : [-1, 1],
  });
  const { model, normalizationConstant, inputMin } = mobilenet as unknown as MobileNetInternals;
  return {
    encode: (pixels) =>
      tf.tidy(() => {
        const normalized = tf.add(tf.mul(pixels, normalizationConstant), inputMin);
        const [pooled, grid] = model.execute(normalized, [POOLED_NODE, GRID_NODE]) as tf.Tensor[];
        return {
          pooled: tf.reshape(pooled, [-1, FEATURE_SIZE]) as tf.Tensor2D,
          grid: tf.reshape(grid, [-1, GRID_CELLS, FEATURE_SIZE]) as tf.Tensor3D,
        };
      }),
    dispose: () => model.dispose(),
  };
}

/** What `@tensorflow-models/mobilenet` 2.1.1 holds but does not name in its public type. */
interface MobileNetInternals {
  readonly model: GraphModel;
  readonly normalizationConstant: number;
  readonly inputMin: number;
}
