import * as tf from '@tensorflow/tfjs-core';
import type { Weights } from '../recurrent/cell';
import type { Vocabulary } from '../text/vocabulary';
import { splitLetters } from '../text/words';
import { classifyTexts, packTexts } from './classifier-network';
import type { ClassifierConfig } from './config';
import { wordsWithinLimits } from './limits';

/** Words that the encoder reads in one go; only longer texts are read in parts. */
export const WINDOW = 128;

/** Words that are named as evidence. */
const NAMED = 10;

/** A word and how much it spoke for the most probable label. */
export interface Evidence {
  readonly text: string;
  /** Where it stands in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /**
   * What it added to the label's logit, less what it added to all on average, in nats: positive
   * where it spoke for the label.
   */
  readonly weight: number;
}

export interface ClassifiedText {
  /** Every label, the most probable first; the probabilities sum to 1. */
  readonly topics: readonly { readonly label: string; readonly probability: number }[];
  /** The words that spoke most for the first label, the strongest first; at most 10. */
  readonly evidence: readonly Evidence[];
  readonly model: { readonly id: string; readonly version: string };
}

/** A classifier's network with everything it was trained with. */
export interface ClassifierModel {
  readonly id: string;
  readonly version: string;
  readonly config: ClassifierConfig;
  readonly weights: Weights;
  readonly vocabulary: Vocabulary;
}

/** The words by which a classifier knows a text: its runs of letters, in lower case. */
export function classifierWords(text: string): string[] {
  return splitLetters(text).map((word) => word.text.toLowerCase());
}

/** Tells what a text is about. It owns its weights until it is disposed. */
export class TextClassifier {
  constructor(private readonly model: ClassifierModel) {}

  /** @throws {NegarError} TEXT_EMPTY, TEXT_TOO_LONG. */
  async classify(text: string): Promise<ClassifiedText> {
    const { id, version, config, weights, vocabulary } = this.model;
    const words = wordsWithinLimits(text, splitLetters);
    const ids = vocabulary.encode(words.map((word) => word.text.toLowerCase()));
    const [probabilities, addends] = tf.tidy(() => {
      const { logits, evidence } = classifyTexts(config, weights, packTexts([ids], WINDOW));
      return [tf.softmax(logits), evidence()];
    });
    const [values, added] = await Promise.all([probabilities.data(), addends.data()]);
    tf.dispose([probabilities, addends]);
    const topics = config.labels
      .map((label, i) => ({ label, probability: values[i], index: i }))
      .sort((a, b) => b.probability - a.probability);
    const evidence = words
      .map((word, i) => ({
        ...word,
        weight: lead(added, i, config.labels.length, topics[0].index),
      }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, NAMED);
    return {
      topics: topics.map(({ label, probability }) => ({ label, probability })),
      evidence,
      model: { id, version },
    };
  }

  dispose(): void {
    tf.dispose({ ...this.model.weights });
  }
}

/** How far a word's addend to one label lies above the mean of its addends. */
function lead(addends: ArrayLike<number>, word: number, labels: number, label: number): number {
  let sum = 0;
  for (let i = 0; i < labels; i++) sum += addends[word * labels + i];
  return addends[word * labels + label] - sum / labels;
}
