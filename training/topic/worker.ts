import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../../models/random';
import { WINDOW } from '../../models/sequence/classifier';
import {
  type ClassifierSite,
  classifierWeightSpecs,
  classifyTexts,
  packTexts,
} from '../../models/sequence/classifier-network';
import type { ClassifierConfig } from '../../models/sequence/config';
import { createDropout } from '../../models/training/dropout';
import { dropWords } from '../../models/training/drop-words';
import { classifierLoss } from '../../models/training/sequence-loss';
import { layOut, toTensors } from '../../models/training/weight-vector';
import { useWasmBackend } from '../../server/inference/backend';
import { writeGradient } from '../gradient';
import type { StepShard, SummedLoss } from '../lesson';

await useWasmBackend();

/** A classifier and the texts it reads. */
export interface TextsTask {
  readonly config: ClassifierConfig;
  /** The shared flat weight vector. */
  readonly weights: SharedArrayBuffer;
  /** Word ids of each text. */
  readonly texts: readonly (readonly number[])[];
}

export interface GradientTask extends TextsTask, Omit<StepShard, 'progress'> {
  readonly labels: readonly number[];
  readonly dropout: Readonly<Record<ClassifierSite, number>>;
  /** Share of the words that are read as unknown. */
  readonly dropWord: number;
  readonly smoothing: number;
}

/** Gradient of the summed loss of a shard. */
export async function gradient(task: GradientTask): Promise<SummedLoss> {
  const { config, labels, smoothing, dropWord } = task;
  const random = createRandom(task.seed);
  const texts = task.texts.map((words) => dropWords(words, dropWord, random));
  const batch = packTexts(texts, WINDOW);
  const dropout = createDropout(task.dropout, random);
  const layout = layOut(classifierWeightSpecs(config));
  const loss = await writeGradient(layout, task, (weights) =>
    classifierLoss(config, weights, batch, labels, { dropout, smoothing }),
  );
  return { loss, terms: texts.length };
}

/** The most probable label of each text. */
export async function classify({ config, weights, texts }: TextsTask): Promise<number[]> {
  const layout = layOut(classifierWeightSpecs(config));
  const labels = tf.tidy(() => {
    const named = toTensors(layout, new Float32Array(weights));
    return tf.argMax(classifyTexts(config, named, packTexts(texts, WINDOW)).logits, 1);
  });
  const values = await labels.data();
  labels.dispose();
  return [...values];
}
