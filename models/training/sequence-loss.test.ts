import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Weights, WeightSpec } from '../recurrent/cell';
import { classifierWeightSpecs, packTexts } from '../sequence/classifier-network';
import { POOLINGS } from '../sequence/pooling';
import { packSentences, taggerWeightSpecs } from '../sequence/tagger-network';
import { translatorWeightSpecs } from '../sequence/translator-network';
import {
  gradientAt,
  tinyClassifierConfig,
  TINY_OUTPUTS,
  tinyTaggerConfig,
  tinyTranslatorConfig,
  tinyVector,
  tinyWord,
} from '../testing/tiny-sequence';
import { Adam } from './adam';
import { classifierLoss, taggerLoss } from './sequence-loss';
import { packTranslations } from './translation-batch';
import { translationLoss } from './translation-loss';
import { toTensors } from './weight-vector';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** A network with a few examples. */
interface Subject {
  readonly specs: WeightSpec[];
  readonly examples: number;
  /** Terms of the loss of all examples. */
  readonly terms: number;
  readonly classes: number;
  /** Rows of the embedding that the second example must not touch. */
  readonly untouched: readonly number[];
  loss(weights: Weights, examples: readonly number[]): tf.Scalar;
}

const TEXTS = [[4, 5, 6, 7, 8], [7], [5, 4, 3]];
const LABELS = [0, 2, 1];
const SENTENCES = [
  [tinyWord(4, 4), tinyWord(5, 5, 8, 6), tinyWord(6, 9, 11, 7, 10)],
  [tinyWord(3, 3)],
  [tinyWord(5, 5, 8, 6), tinyWord(8, 12, 4)],
];
const TAGS = [[1, 2, 3], [0], [2, 3]];

function classifier(changes: Parameters<typeof tinyClassifierConfig>[0], windowSize = 8): Subject {
  const config = tinyClassifierConfig(changes);
  return {
    specs: classifierWeightSpecs(config),
    examples: TEXTS.length,
    terms: TEXTS.length,
    classes: config.labels.length,
    untouched: [0, 1, 2, 3, 4, 5, 6, 8],
    loss: (weights, examples) =>
      classifierLoss(
        config,
        weights,
        packTexts(
          examples.map((i) => TEXTS[i]),
          windowSize,
        ),
        examples.map((i) => LABELS[i]),
      ),
  };
}

function tagger(changes: Parameters<typeof tinyTaggerConfig>[0]): Subject {
  const config = tinyTaggerConfig(changes);
  return {
    specs: taggerWeightSpecs(config),
    examples: SENTENCES.length,
    terms: TAGS.flat().length,
    classes: config.labels.length,
    untouched: [0, 1, 2, 4, 5, 6, 7, 8],
    loss: (weights, examples) =>
      taggerLoss(
        config,
        weights,
        packSentences(examples.map((i) => SENTENCES[i])),
        examples.flatMap((i) => TAGS[i]),
      ),
  };
}

const TRANSLATIONS = [
  { source: [11, 12], targets: { de: [14, 15], fa: [17] } },
  { source: [7], targets: { fa: [16, 17, 13, 16] } },
  { source: [12, 3, 8], targets: { de: [15] } },
];

function translator(changes: Parameters<typeof tinyTranslatorConfig>[0]): Subject {
  const config = tinyTranslatorConfig(changes);
  return {
    specs: translatorWeightSpecs(config),
    examples: TRANSLATIONS.length,
    terms: 12,
    classes: TINY_OUTPUTS[0].pieces.length,
    // Neither in the source nor in Persian, whose pieces all are answers.
    untouched: [4, 6, 8, 9, 10, 11, 12, 14, 15],
    loss: (weights, examples) =>
      translationLoss(
        config,
        weights,
        packTranslations(
          examples.map((i) => TRANSLATIONS[i]),
          TINY_OUTPUTS,
        ),
      ),
  };
}

const subjects: [string, Subject][] = [
  ...POOLINGS.map((pooling): [string, Subject] => [
    `classifier, ${pooling}`,
    classifier({ pooling }),
  ]),
  ['classifier, gru, texts in windows', classifier({ cell: 'gru' }, 2)],
  ['tagger, lstm', tagger({})],
  ['tagger, gru', tagger({ cell: 'gru' })],
  ['tagger, rnn', tagger({ cell: 'rnn' })],
  ['translator, lstm', translator({})],
  ['translator, gru', translator({ cell: 'gru' })],
  ['translator, rnn', translator({ cell: 'rnn' })],
];

describe.each(subjects)('%s', (_name, { specs, examples, terms, classes, untouched, loss }) => {
  const { layout, vector } = tinyVector(specs);
  const all = Array.from({ length: examples }, (_, i) => i);
  const lossAt = async (values: Float32Array, chosen = all) => {
    const [value] = await tf.tidy(() => loss(toTensors(layout, values), chosen)).data();
    return value;
  };

  it('starts within 0.1 of ln(classes) a term', async () => {
    expect(Math.abs((await lossAt(vector)) / terms - Math.log(classes))).toBeLessThan(0.1);
  });

  it('has the gradient that finite differences give', async () => {
    // Far apart, no two words have the same greatest value, where the maximum has no gradient.
    const wide = tinyVector(specs, 4).vector;
    for (let i = 0; i < layout.offsets[1]; i++) wide[i] *= 8;
    const { gradient } = await gradientAt(layout, wide, (weights) => loss(weights, all));
    const step = 5e-3;
    for (let i = 0; i < vector.length; i += 3) {
      const above = Float32Array.from(wide);
      const below = Float32Array.from(wide);
      above[i] += step;
      below[i] -= step;
      const numeric = ((await lossAt(above)) - (await lossAt(below))) / (2 * step);
      expect(Math.abs(gradient[i] - numeric)).toBeLessThan(3e-3 + 0.02 * Math.abs(numeric));
    }
  });

  it('treats examples independently: the packed loss and gradient are the sums of the single ones', async () => {
    const together = await gradientAt(layout, vector, (weights) => loss(weights, all));
    const sum = new Float32Array(layout.length);
    let apart = 0;
    for (const example of all) {
      const alone = await gradientAt(layout, vector, (weights) => loss(weights, [example]));
      apart += alone.loss;
      alone.gradient.forEach((value, i) => (sum[i] += value));
    }
    expect(together.loss).toBeCloseTo(apart, 4);
    sum.forEach((value, i) => expect(together.gradient[i]).toBeCloseTo(value, 4));
  });

  it('sends exactly zero gradient to what does not occur', async () => {
    const { gradient } = await gradientAt(layout, vector, (weights) => loss(weights, [1]));
    const table = layout.specs.findIndex(({ name }) => name === 'embedding');
    const [, size] = layout.specs[table].shape;
    const [words] = layout.specs[table].shape;
    const touched = Array.from({ length: words }, (_, word) => word).filter((word) => {
      const start = layout.offsets[table] + word * size;
      return gradient.subarray(start, start + size).some((value) => value !== 0);
    });
    expect(touched.filter((word) => untouched.includes(word))).toEqual([]);
    expect(touched).toHaveLength(words - untouched.length);
  });

  it('fits its examples to below 0.2 nats a term and leaks no tensor', async () => {
    const adam = new Adam(layout.length);
    const fitted = Float32Array.from(vector);
    await gradientAt(layout, fitted, (weights) => loss(weights, all));
    const before = tf.memory().numTensors;
    let mean = Infinity;
    for (let i = 0; i < 300 && mean >= 0.19; i++) {
      const result = await gradientAt(layout, fitted, (weights) => loss(weights, all));
      mean = result.loss / terms;
      adam.update(fitted, result.gradient, 0.05);
    }
    expect(mean).toBeLessThan(0.2);
    expect(tf.memory().numTensors).toBe(before);
  });
});
