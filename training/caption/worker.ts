import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../../models/random';
import { packCaptions, type CaptionSet } from '../../models/training/caption-batch';
import { captionLoss } from '../../models/training/caption-loss';
import { createDropout } from '../../models/training/dropout';
import { layOut, toTensors } from '../../models/training/weight-vector';
import { decoderWeightSpecs, type DropoutSite, tieOutput } from '../../models/captioner/decoder';
import { createSession } from '../../models/captioner/session';
import { beamSearch } from '../../models/generate/beam';
import type { Hypothesis } from '../../models/generate/hypothesis';
import type { BeamOptions } from '../../models/generate/options';
import type { DecoderConfig } from '../../models/captioner/config';
import type { ImageFeatures } from '../../models/encoder/encoder';
import { useWasmBackend } from '../../server/inference/backend';
import { FeatureCache } from './feature-cache';

await useWasmBackend();

/** Photos with their captions, and where their features lie. */
export interface BatchTask {
  readonly config: DecoderConfig;
  /** The shared flat weight vector. */
  readonly weights: SharedArrayBuffer;
  readonly cachePath: string;
  /** Places of the photos in the cache. */
  readonly photos: readonly number[];
  readonly captions: readonly CaptionSet[];
}

export interface GradientTask extends BatchTask {
  /** Receives the gradient of the summed loss. */
  readonly gradient: SharedArrayBuffer;
  readonly dropout: Readonly<Record<DropoutSite, number>>;
  readonly smoothing: number;
  readonly seed: number;
}

/** Summed loss in nats and the words it was summed over. */
export interface LossResult {
  readonly loss: number;
  readonly words: number;
}

/** Gradient of the summed teacher-forced loss of a shard. */
export async function gradient(task: GradientTask): Promise<LossResult> {
  const { config, dropout, smoothing, seed } = task;
  const layout = layOut(decoderWeightSpecs(config));
  const batch = packCaptions(task.captions);
  const features = await readFeatures(task);
  const drop = createDropout(dropout, createRandom(seed));
  const { value, grads } = tf.tidy(() => {
    const named = toTensors(layout, new Float32Array(task.weights));
    const loss = (...tensors: tf.Tensor[]) => {
      const weights = Object.fromEntries(layout.specs.map(({ name }, i) => [name, tensors[i]]));
      return captionLoss(config, weights, features, batch, { dropout: drop, smoothing });
    };
    return tf.valueAndGrads(loss)(layout.specs.map(({ name }) => named[name]));
  });
  const target = new Float32Array(task.gradient);
  for (let i = 0; i < grads.length; i++) target.set(await grads[i].data(), layout.offsets[i]);
  const [loss] = await value.data();
  tf.dispose([value, grads, features.pooled, features.grid]);
  return { loss, words: batch.targets.length };
}

/** Teacher-forced loss of a shard, without dropout or smoothing. */
export async function evaluateLoss(task: BatchTask): Promise<LossResult> {
  const layout = layOut(decoderWeightSpecs(task.config));
  const batch = packCaptions(task.captions);
  const features = await readFeatures(task);
  const value = tf.tidy(() =>
    captionLoss(task.config, toTensors(layout, new Float32Array(task.weights)), features, batch),
  );
  const [loss] = await value.data();
  tf.dispose([value, features.pooled, features.grid]);
  return { loss, words: batch.targets.length };
}

/** How captions are searched for. */
export type BeamSettings = Omit<BeamOptions, 'signal'>;

export interface CaptionTask {
  readonly config: DecoderConfig;
  readonly weights: SharedArrayBuffer;
  readonly cachePath: string;
  readonly photos: readonly number[];
  readonly beam: BeamSettings;
}

/** Captions photos by beam search. @returns for each photo its hypotheses, the best first. */
export async function caption(task: CaptionTask): Promise<Hypothesis[][]> {
  const { config } = task;
  const layout = layOut(decoderWeightSpecs(config));
  const weights = toTensors(layout, new Float32Array(task.weights));
  const outputTable = tieOutput(weights);
  const hypotheses: Hypothesis[][] = [];
  for (const photo of task.photos) {
    const features = await readFeatures({ ...task, photos: [photo] });
    const session = createSession(config, weights, outputTable, features);
    hypotheses.push(await beamSearch(session, task.beam));
    session.dispose();
    tf.dispose([features.pooled, features.grid]);
  }
  tf.dispose([outputTable, weights]);
  return hypotheses;
}

const caches = new Map<string, Promise<FeatureCache>>();

async function readFeatures({
  config: { gridCells, featureSize },
  cachePath,
  photos,
}: Pick<BatchTask, 'config' | 'cachePath' | 'photos'>): Promise<ImageFeatures> {
  if (!caches.has(cachePath)) {
    caches.set(cachePath, FeatureCache.open(cachePath, gridCells * featureSize));
  }
  const values = await (await caches.get(cachePath)!).read(photos);
  const grid = tf.tensor3d(values, [photos.length, gridCells, featureSize]);
  return { grid, pooled: tf.mean(grid, 1) };
}
