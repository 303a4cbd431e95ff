import * as tf from '@tensorflow/tfjs-core';
import { throwIfCancelled } from '../errors';
import type { Weights } from '../recurrent/cell';
import { splitSentences, splitWords, type Word } from '../text/words';
import type { TaggerConfig } from './config';
import { wordsWithinLimits } from './limits';
import { identify, type Lexicon } from './spelling';
import { packSentences, tagWords } from './tagger-network';

/** Words after which a sentence is cut. */
const LONGEST_SENTENCE = 128;
/** Words that are tagged at once; it bounds the memory that a long text takes. */
const WORDS_AT_ONCE = 1_000;

/** A word and its part of speech. */
export interface TaggedWord extends Word {
  /** One of the tagger's labels. */
  readonly tag: string;
  /** In [0, 1]. */
  readonly probability: number;
}

export interface TaggedText {
  readonly words: readonly TaggedWord[];
  readonly model: { readonly id: string; readonly version: string };
}

/** A tagger's network with everything it was trained with. */
export interface TaggerModel {
  readonly id: string;
  readonly version: string;
  readonly config: TaggerConfig;
  readonly weights: Weights;
  readonly lexicon: Lexicon;
}

/** Tells the part of speech of each word of a text. It owns its weights until it is disposed. */
export class Tagger {
  constructor(private readonly model: TaggerModel) {}

  /** @throws {NegarError} TEXT_EMPTY, TEXT_TOO_LONG, CANCELLED. */
  async tag(text: string, { signal }: { signal?: AbortSignal } = {}): Promise<TaggedText> {
    const { id, version } = this.model;
    const words = wordsWithinLimits(text, splitWords);
    const tagged: TaggedWord[] = [];
    for (const sentences of batches(splitSentences(text, words, LONGEST_SENTENCE))) {
      throwIfCancelled(signal);
      tagged.push(...(await this.tagSentences(sentences)));
    }
    return { words: tagged, model: { id, version } };
  }

  dispose(): void {
    tf.dispose({ ...this.model.weights });
  }

  private async tagSentences(sentences: readonly Word[][]): Promise<TaggedWord[]> {
    const { config, weights, lexicon } = this.model;
    const batch = packSentences(
      sentences.map((sentence) => sentence.map((word) => identify(word.text, lexicon))),
    );
    const probabilities = tf.tidy(() => tf.softmax(tagWords(config, weights, batch)));
    const values = await probabilities.data();
    probabilities.dispose();
    const labels = config.labels.length;
    return sentences.flat().map((word, i) => {
      const start = batch.packing.places[i] * labels;
      const row = values.subarray(start, start + labels);
      const best = row.indexOf(Math.max(...row));
      return { ...word, tag: config.labels[best], probability: row[best] };
    });
  }
}

/** Groups of sentences with about {@link WORDS_AT_ONCE} words. */
function batches(sentences: readonly Word[][]): Word[][][] {
  const groups: Word[][][] = [];
  let words = Infinity;
  for (const sentence of sentences) {
    if (words >= WORDS_AT_ONCE) {
      groups.push([]);
      words = 0;
    }
    groups.at(-1)!.push(sentence);
    words += sentence.length;
  }
  return groups;
}
