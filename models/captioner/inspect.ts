import * as tf from '@tensorflow/tfjs-core';
import type { ImageFeatures } from '../encoder/encoder';
import { followPath } from '../generate/path';
import type { GenerationLimits } from '../generate/options';
import { mostProbable, selectTop } from '../generate/select';
import type { DecodingSession } from '../generate/session';
import type { cells } from '../recurrent/cells';
import { END, START } from '../text/vocabulary';
import {
  type DecoderMemory,
  lookAtGrid,
  openStep,
  predictWords,
  prepareImages,
  projectWords,
} from './decoder';
import type { DecoderModel } from './model';
import { keepMemory } from './session';

/** Words that each step is asked for. */
const TOP_WORDS = 8;

/** A word that may come next. */
export interface NextWord {
  readonly text: string;
  /** In [0, 1]. */
  readonly probability: number;
}

/** What happens inside the decoder from one word to the next. */
export interface InspectedStep {
  /** The word that was read; `<start>` at first. */
  readonly read: string;
  /** What each gate let through, by its letter in the cell's equations, [hidden]. */
  readonly gates: Readonly<Record<string, Float32Array>>;
  /** The state afterwards: h, and of an LSTM c, each [hidden]. */
  readonly states: readonly Float32Array[];
  /** 7x7 weights, row by row from the top left, sum 1; null without attention. */
  readonly attention: Float32Array | null;
  /** The most probable next words, the best first. */
  readonly next: readonly NextWord[];
  /** The word that was written; `<end>` in the last step. */
  readonly written: string;
  /** Its probability, in [0, 1]. */
  readonly probability: number;
}

/** A caption as it was written. */
export interface InspectedCaption {
  readonly cell: keyof typeof cells;
  /** The state that the picture gives before the first word: h, and of an LSTM c. */
  readonly seed: readonly Float32Array[];
  /** One for each word, and one for the end. */
  readonly steps: readonly InspectedStep[];
}

/** A step before it is known what it wrote; `end` is the probability of the end. */
type Inside = Omit<InspectedStep, 'read' | 'written' | 'probability'> & { readonly end: number };

/**
 * Writes a caption by greedy search and keeps what happens inside.
 * @param features of one picture; not disposed.
 * @param prefix words that the caption must begin with.
 * @throws {NegarError} CANCELLED.
 */
export async function inspectDecoding(
  model: DecoderModel,
  outputTable: tf.Tensor2D,
  features: ImageFeatures,
  limits: GenerationLimits,
  { prefix = [], signal }: { prefix?: readonly string[]; signal?: AbortSignal } = {},
): Promise<InspectedCaption> {
  const { config, weights, vocabulary } = model;
  const memory = keepMemory(() => prepareImages(config, weights, features));
  const seed = await Promise.all(memory.state.map(read));
  const insides: Inside[] = [];
  const session = createOpenSession(model, outputTable, memory, (inside) => insides.push(inside));
  const forced = vocabulary.encode(prefix);
  try {
    const choose = (allowed: Float32Array) =>
      forced[insides.length - 1] ?? mostProbable(allowed) ?? END;
    const { tokens, words } = await followPath(session, choose, limits, { signal });
    const written = vocabulary.words;
    return {
      cell: config.cell,
      seed,
      steps: insides.map(({ end, ...inside }, i) => ({
        ...inside,
        read: i === 0 ? written[START] : written[tokens[i - 1]],
        written: written[tokens[i] ?? END],
        probability: words[i]?.probability ?? end,
      })),
    };
  } finally {
    session.dispose();
  }
}

/** A session of one row that tells what happens inside. */
function createOpenSession(
  { config, weights, vocabulary }: DecoderModel,
  outputTable: tf.Tensor2D,
  { state: seed, grid }: DecoderMemory,
  onStep: (inside: Inside) => void,
): DecodingSession {
  let state = seed;
  return {
    vocabularySize: config.vocabularySize,
    async step(tokens) {
      const { logProbs, attention, gates, next } = tf.tidy(() => {
        const projected = projectWords(config, weights, tf.tensor1d([...tokens], 'int32'));
        const opened = openStep(config, weights, projected, state);
        const [hidden] = opened.state;
        const look = grid && lookAtGrid(weights, tf.expandDims<tf.Tensor3D>(hidden, 0), grid);
        const context = look && (tf.squeeze(look.context, [0]) as tf.Tensor2D);
        const logits = predictWords(weights, outputTable, hidden, context);
        return {
          logProbs: tf.logSoftmax(logits),
          attention: look ? look.attention : [],
          gates: { ...opened.gates },
          next: [...opened.state],
        };
      });
      tf.dispose([...state]);
      state = next;
      const values = await read(logProbs);
      const looked = attention instanceof tf.Tensor ? await read(attention) : null;
      const names = Object.keys(gates);
      const opened = await Promise.all(names.map((name) => read(gates[name])));
      tf.dispose([logProbs, gates, attention]);
      onStep({
        gates: Object.fromEntries(names.map((name, i) => [name, opened[i]])),
        states: await Promise.all(state.map(read)),
        attention: looked,
        end: Math.exp(values[END]),
        next: selectTop(values, TOP_WORDS).map((id) => ({
          text: vocabulary.words[id],
          probability: Math.exp(values[id]),
        })),
      });
      return { logProbs: values, attention: looked };
    },
    dispose() {
      tf.dispose([...state]);
      if (grid) tf.dispose([grid.keys, grid.values]);
    },
  };
}

async function read(tensor: tf.Tensor): Promise<Float32Array> {
  return (await tensor.data()) as Float32Array;
}
