import * as tf from '@tensorflow/tfjs-core';
import type { DecodingSession } from '../generate/session';
import type { Weights } from '../recurrent/cell';
import { START } from '../text/vocabulary';
import type { TranslatorConfig } from './config';
import {
  type OutputLayer,
  predictPieces,
  readOut,
  type SourceMemory,
  stepDecoder,
} from './translator-network';

/** What a translation into one language goes by. */
export interface SessionLanguage {
  /** Id of the piece that says the language. */
  readonly mark: number;
  /** Ids of the language's pieces; the session's tokens are their indices. */
  readonly pieces: readonly number[];
  readonly output: OutputLayer;
}

/**
 * Binds the decoder to one source and one language.
 * @param source as `readSources` reads exactly one source; neither changed nor disposed.
 * @returns a session that owns its tensors until it is disposed.
 */
export function createTranslationSession(
  config: TranslatorConfig,
  weights: Weights,
  { state: seed, memory }: SourceMemory,
  { mark, pieces, output }: SessionLanguage,
): DecodingSession {
  let state = seed.map((s) => tf.clone(s));
  let started = false;
  return {
    vocabularySize: pieces.length,

    async step(tokens, parents) {
      const rows = tokens.length;
      const inputs = Int32Array.from(tokens, (token) => (token === START ? mark : pieces[token]));
      const [logProbs, attention, ...next] = tf.tidy(() => {
        const origin = tf.tensor1d(started ? [...parents] : new Int32Array(rows), 'int32');
        const current = state.map((s) => tf.gather(s, origin));
        const advanced = stepDecoder(config, weights, inputs, current);
        const hidden = tf.reshape(advanced[0], [1, rows, config.hiddenSize]) as tf.Tensor3D;
        const { readout, attention: looked } = readOut(weights, hidden, memory);
        return [tf.logSoftmax(predictPieces(readout, output)), looked, ...advanced];
      });
      tf.dispose(state);
      state = next as tf.Tensor2D[];
      started = true;
      try {
        return {
          logProbs: (await logProbs.data()) as Float32Array,
          attention: (await attention.data()) as Float32Array,
        };
      } finally {
        tf.dispose([logProbs, attention]);
      }
    },

    dispose() {
      tf.dispose(state);
    },
  };
}
