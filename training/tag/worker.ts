import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../../models/random';
import type { TaggerConfig } from '../../models/sequence/config';
import {
  packSentences,
  type TaggerSite,
  taggerWeightSpecs,
  tagWords,
  type WordIds,
} from '../../models/sequence/tagger-network';
import { createDropout } from '../../models/training/dropout';
import { dropWords } from '../../models/training/drop-words';
import { taggerLoss } from '../../models/training/sequence-loss';
import { layOut, toTensors } from '../../models/training/weight-vector';
import { useWasmBackend } from '../../server/inference/backend';
import { writeGradient } from '../gradient';
import type { StepShard, SummedLoss } from '../lesson';

await useWasmBackend();

/** A tagger and the sentences it reads. */
export interface SentencesTask {
  readonly config: TaggerConfig;
  /** The shared flat weight vector. */
  readonly weights: SharedArrayBuffer;
  readonly sentences: readonly (readonly WordIds[])[];
}

export interface GradientTask extends SentencesTask, Omit<StepShard, 'progress'> {
  /** Tags of the words, the sentences one after another. */
  readonly tags: readonly number[];
  readonly dropout: Readonly<Record<TaggerSite, number>>;
  /** Share of the words that are known by their spelling alone. */
  readonly dropWord: number;
  readonly smoothing: number;
}

/** Gradient of the summed loss of a shard. */
export async function gradient(task: GradientTask): Promise<SummedLoss> {
  const { config, tags, smoothing, dropWord } = task;
  const random = createRandom(task.seed);
  const batch = packSentences(task.sentences);
  const words = Int32Array.from(dropWords([...batch.words], dropWord, random));
  const dropout = createDropout(task.dropout, random);
  const layout = layOut(taggerWeightSpecs(config));
  const loss = await writeGradient(layout, task, (weights) =>
    taggerLoss(config, weights, { ...batch, words }, tags, { dropout, smoothing }),
  );
  return { loss, terms: tags.length };
}

/** The most probable tag of each word, the sentences one after another. */
export async function tag({ config, weights, sentences }: SentencesTask): Promise<number[]> {
  const layout = layOut(taggerWeightSpecs(config));
  const batch = packSentences(sentences);
  const tags = tf.tidy(() => {
    const named = toTensors(layout, new Float32Array(weights));
    return tf.argMax(tagWords(config, named, batch), 1);
  });
  const values = await tags.data();
  tags.dispose();
  return Array.from(batch.packing.places, (place) => values[place]);
}
