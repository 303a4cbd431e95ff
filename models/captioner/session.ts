import * as tf from '@tensorflow/tfjs-core';
import type { DecodingSession } from '../generate/session';
import type { CellState, Weights } from '../recurrent/cell';
import type { DecoderConfig } from './config';
import { advance, type DecoderMemory, lookAtGrid, predictWords, projectWords } from './decoder';

/**
 * Binds the decoder to one image.
 * @param outputTable word scores of the readout, [embedding size, vocabulary].
 * @param memory of exactly one image; the session frees it when it is disposed.
 */
export function createSession(
  config: DecoderConfig,
  weights: Weights,
  outputTable: tf.Tensor2D,
  memory: DecoderMemory,
): DecodingSession {
  let state: CellState = memory.state;
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
        const look = memory.grid
          ? lookAtGrid(weights, tf.reshape(hidden, [1, rows, config.hiddenSize]), memory.grid)
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
          attention: memory.grid ? ((await attention.data()) as Float32Array) : null,
        };
      } finally {
        tf.dispose([logProbs, attention]);
      }
    },

    dispose() {
      tf.dispose([...state]);
      if (memory.grid) tf.dispose([memory.grid.keys, memory.grid.values]);
    },
  };
}
