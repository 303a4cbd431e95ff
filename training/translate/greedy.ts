import * as tf from '@tensorflow/tfjs-core';
import type { TranslatorConfig } from '../../models/sequence/config';
import {
  makeOutputLayer,
  packSources,
  predictPieces,
  readOut,
  readSources,
  stepDecoder,
  translatorWeightSpecs,
} from '../../models/sequence/translator-network';
import { END, UNK } from '../../models/text/vocabulary';
import type { OutputLanguage } from '../../models/training/translation-batch';
import { layOut, toTensors } from '../../models/training/weight-vector';

/** Pieces after which a translation is cut. */
const LONGEST = 60;

/**
 * Translates many sources at once into one language, taking the most probable piece at each step.
 * @param vector the flat weight vector.
 * @returns for each source the ids of its translation's pieces.
 */
export async function translateGreedily(
  config: TranslatorConfig,
  vector: Float32Array,
  sources: readonly (readonly number[])[],
  { mark, pieces }: OutputLanguage,
): Promise<number[][]> {
  const weights = toTensors(layOut(translatorWeightSpecs(config)), vector);
  const translations = sources.map((): number[] => []);
  const ended = sources.map(() => false);
  const {
    state: seed,
    kernel,
    bias,
    ...memory
  } = tf.tidy(() => {
    const read = readSources(config, weights, packSources(sources));
    const { keys, values, mask } = read.memory;
    return {
      state: [...read.state],
      keys,
      values,
      mask: mask!,
      ...makeOutputLayer(weights, pieces),
    };
  });
  const never = tf.tidy(() =>
    tf
      .oneHot(tf.tensor1d([0, 1, UNK], 'int32'), pieces.length)
      .sum(0)
      .mul(-1e9),
  );
  let state: tf.Tensor2D[] = seed;
  let inputs = Int32Array.from(sources, () => mark);
  for (let step = 0; step < LONGEST && !ended.every(Boolean); step++) {
    const [chosen, ...next] = tf.tidy((): tf.Tensor[] => {
      const advanced = stepDecoder(config, weights, inputs, state);
      const hidden = tf.expandDims(advanced[0], 1) as tf.Tensor3D;
      const { readout } = readOut(weights, hidden, memory);
      const logits = tf.add(predictPieces(readout, { kernel, bias }), never);
      return [tf.argMax(logits, 1), ...advanced];
    });
    const indices = await chosen.data();
    tf.dispose([chosen, ...state]);
    state = next as tf.Tensor2D[];
    inputs = inputs.map((_, row) => {
      const piece = pieces[indices[row]];
      ended[row] ||= piece === END;
      if (!ended[row]) translations[row].push(piece);
      return piece;
    });
  }
  tf.dispose([...state, kernel, bias, never, { ...memory }, { ...weights }]);
  return translations;
}
