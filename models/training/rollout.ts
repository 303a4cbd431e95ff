import * as tf from '@tensorflow/tfjs-core';
import type { DecoderConfig } from '../captioner/config';
import {
  advance,
  lookAtGrid,
  predictWords,
  prepareImages,
  projectWords,
  makeOutputTable,
} from '../captioner/decoder';
import { keepMemory } from '../captioner/session';
import type { ImageFeatures } from '../encoder/encoder';
import { gatherRows } from '../ops/embedding';
import type { Random } from '../random';
import type { Weights } from '../recurrent/cell';
import { END, PAD, START, UNK } from '../text/vocabulary';
import type { CaptionSet } from './caption-batch';

const NEVER_DRAWN = [PAD, START, UNK];

/**
 * Draws captions of several images at once from the decoder's own distribution, sharpened or
 * flattened by a temperature, without <pad>, <start> and <unk>.
 * @param samples captions of each image.
 * @param maxWords a caption that has not ended by then is cut.
 * @returns for each image its captions as word ids, special tokens not included.
 */
export async function rollOut(
  config: DecoderConfig,
  weights: Weights,
  features: ImageFeatures,
  options: {
    readonly samples: number;
    readonly maxWords: number;
    readonly temperature: number;
    readonly random: Random;
  },
): Promise<CaptionSet[]> {
  const { samples, maxWords, temperature, random } = options;
  const images = features.pooled.shape[0];
  const rows = images * samples;
  const captions = Array.from({ length: rows }, (): number[] => []);
  const ended = captions.map(() => false);
  const imageOfRow = Int32Array.from(captions, (_, row) => Math.floor(row / samples));

  const outputTable = makeOutputTable(weights);
  const { state: seed, grid } = keepMemory(() => prepareImages(config, weights, features));
  let state = tf.tidy(() => {
    const origin = tf.tensor1d(imageOfRow, 'int32');
    return seed.map((s) => gatherRows(s, origin));
  });
  tf.dispose([...seed]);
  let tokens = new Int32Array(rows).fill(START);
  for (let word = 0; word < maxWords && !ended.every(Boolean); word++) {
    const [logits, ...next] = tf.tidy(() => {
      const projected = projectWords(config, weights, tf.tensor1d(tokens, 'int32'));
      const advanced = [...advance(config, weights, projected, state)];
      const grouped = tf.reshape(advanced[0], [images, samples, config.hiddenSize]) as tf.Tensor3D;
      const look = grid && lookAtGrid(weights, grouped, grid);
      const context = look && (tf.reshape(look.context, [rows, -1]) as tf.Tensor2D);
      const predicted = predictWords(weights, outputTable, advanced[0], context);
      return [tf.div<tf.Tensor2D>(predicted, temperature), ...advanced];
    });
    const scores = (await logits.data()) as Float32Array;
    tf.dispose([logits, state]);
    state = next;
    tokens = tokens.map((_, row) => {
      if (ended[row]) return END;
      const size = config.vocabularySize;
      const token = draw(scores.subarray(row * size, (row + 1) * size), random);
      if (token === END) ended[row] = true;
      else captions[row].push(token);
      return token;
    });
  }
  tf.dispose([outputTable, state]);
  if (grid) tf.dispose([grid.keys, grid.values]);
  return Array.from({ length: images }, (_, image) =>
    captions.slice(image * samples, (image + 1) * samples),
  );
}

/** A word id, drawn in proportion to exp(logit). */
function draw(logits: Float32Array, random: Random): number {
  for (const token of NEVER_DRAWN) logits[token] = -Infinity;
  const max = logits.reduce((a, b) => Math.max(a, b));
  const shares = Float64Array.from(logits, (logit) => Math.exp(logit - max));
  let left = random() * shares.reduce((sum, share) => sum + share, 0);
  const token = shares.findIndex((share) => (left -= share) < 0);
  return token < 0 ? END : token;
}
