import * as tf from '@tensorflow/tfjs-core';
import type { ImageFeatures } from '../encoder/encoder';
import type { DecodingSession } from '../generate/session';
import type { Weights } from '../recurrent/cell';
import type { DecoderConfig } from './config';
import { detectWords } from './detector';
import {
  advance,
  type DecoderMemory,
  lookAtGrid,
  predictWords,
  prepareImages,
  projectWords,
} from './decoder';

/**
 * Binds the decoder to one image.
 * @param outputTable the result of `makeOutputTable`, shared by all sessions.
 * @param features of exactly one image; not disposed. With a detector they are needed until the
 *   session is disposed, otherwise not after the call.
 * @param detector weights of a word detector.
 * @returns a session that owns its tensors until it is disposed.
 */
export function createSession(
  config: DecoderConfig,
  weights: Weights,
  outputTable: tf.Tensor2D,
  features: ImageFeatures,
  detector: Weights | null = null,
): DecodingSession {
  const { state: seed, grid } = keepMemory(() => prepareImages(config, weights, features));
  let state = seed;
  let started = false;
  return {
    vocabularySize: config.vocabularySize,

    async step(tokens, parents) {
      const [logProbs, attention, ...next] = tf.tidy(() => {
        const rows = tokens.length;
        const origin = tf.tensor1d(started ? [...parents] : new Int32Array(rows), 'int32');
        const current = state.map((s) => tf.gather(s, origin));
        const projected = projectWords(config, weights, tf.tensor1d([...tokens], 'int32'));
        const advanced = advance(config, weights, projected, current);
        const hidden = advanced[0];
        const look = grid
          ? lookAtGrid(weights, tf.reshape(hidden, [1, rows, config.hiddenSize]), grid)
          : null;
        const context = look && (tf.reshape(look.context, [rows, -1]) as tf.Tensor2D);
        const logits = predictWords(weights, outputTable, hidden, context);
        return [tf.logSoftmax(logits), look?.attention ?? tf.scalar(0), ...advanced];
      });
      tf.dispose([...state]);
      state = next as tf.Tensor2D[];
      started = true;
      try {
        return {
          logProbs: (await logProbs.data()) as Float32Array,
          attention: grid ? ((await attention.data()) as Float32Array) : null,
        };
      } finally {
        tf.dispose([logProbs, attention]);
      }
    },

    ...(detector && { detect: () => detect(detector, features.pooled) }),

    dispose() {
      tf.dispose([...state]);
      if (grid) tf.dispose([grid.keys, grid.values]);
    },
  };
}

async function detect(detector: Weights, pooled: tf.Tensor2D): Promise<Float32Array> {
  const detected = tf.tidy(() => detectWords(detector, pooled));
  try {
    return (await detected.data()) as Float32Array;
  } finally {
    detected.dispose();
  }
}

/** Frees everything that `prepare` allocates except the tensors of its result. */
export function keepMemory(prepare: () => DecoderMemory): DecoderMemory {
  let memory!: DecoderMemory;
  tf.tidy(() => {
    memory = prepare();
    const { state, grid } = memory;
    return grid ? [...state, grid.keys, grid.values] : [...state];
  });
  return memory;
}
