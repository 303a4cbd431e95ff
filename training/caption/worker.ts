import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../../models/random';
import {
  type CaptionBatch,
  packCaptions,
  type CaptionSet,
} from '../../models/training/caption-batch';
import { captionLogits, captionLoss } from '../../models/training/caption-loss';
import { rollOut } from '../../models/training/rollout';
import { feedOwnWords } from '../../models/training/scheduled-sampling';
import { createDropout } from '../../models/training/dropout';
import { layOut, toTensors } from '../../models/training/weight-vector';
import {
  decoderWeightSpecs,
  type DropoutSite,
  makeOutputTable,
} from '../../models/captioner/decoder';
import { type DetectorConfig, detectorWeightSpecs } from '../../models/captioner/detector';
import { createSession } from '../../models/captioner/session';
import { beamSearch } from '../../models/generate/beam';
import type { Hypothesis } from '../../models/generate/hypothesis';
import type { BeamOptions } from '../../models/generate/options';
import type { DecoderConfig } from '../../models/captioner/config';
import type { ImageFeatures } from '../../models/encoder/encoder';
import type { Weights } from '../../models/recurrent/cell';
import { trimMemory, startBackend } from '../backend';
import { writeGradient } from '../gradient';
import { backendOfThread } from '../worker-pool';
import { FeatureCache } from './feature-cache';

const device = await startBackend(backendOfThread);

/** What computes, for people to read. */
export function describeDevice(): Promise<string> {
  return Promise.resolve(device);
}

/** Where the features of a photo lie; null is a blank image, all of whose features are 0. */
export type FeatureRef = { readonly cachePath: string; readonly place: number } | null;

/** A decoder and the photos it looks at. */
export interface PhotosTask {
  readonly config: DecoderConfig;
  /** The shared flat weight vector. */
  readonly weights: SharedArrayBuffer;
  readonly photos: readonly FeatureRef[];
}

/** Photos with their captions. */
export interface BatchTask extends PhotosTask {
  readonly captions: readonly CaptionSet[];
  /** How much each caption counts; by default 1. */
  readonly captionWeights?: readonly (readonly number[])[];
}

export interface GradientTask extends BatchTask {
  /** Receives the gradient of the summed loss. */
  readonly gradient: SharedArrayBuffer;
  readonly dropout: Readonly<Record<DropoutSite, number>>;
  readonly smoothing: number;
  /** Divides the logits. */
  readonly temperature?: number;
  /** Share of the input words that are the decoder's own. */
  readonly ownWords: number;
  readonly seed: number;
}

/** Summed loss in nats and the words it was summed over. */
export interface LossResult {
  readonly loss: number;
  readonly words: number;
}

/** Gradient of the summed teacher-forced loss of a shard. */
export async function gradient(task: GradientTask): Promise<LossResult> {
  const { config, dropout, smoothing, temperature, ownWords, seed } = task;
  const layout = layOut(decoderWeightSpecs(config));
  const features = await readFeatures(task);
  let batch = packCaptions(task.captions, task.captionWeights);
  if (ownWords > 0) {
    const predicted = await predictTargets(task, features, batch);
    batch = feedOwnWords(batch, predicted, ownWords, createRandom(seed));
  }
  const drop = createDropout(dropout, createRandom(seed));
  const loss = await writeGradient(layout, task, (weights) =>
    captionLoss(config, weights, features, batch, { dropout: drop, smoothing, temperature }),
  );
  tf.dispose([features.pooled, features.grid]);
  trimMemory();
  return { loss, words: batch.targets.length };
}

/** The decoder's most probable word for each target of a batch, [words]. */
async function predictTargets(
  { config, weights }: PhotosTask,
  features: ImageFeatures,
  batch: CaptionBatch,
): Promise<Int32Array> {
  const layout = layOut(decoderWeightSpecs(config));
  const words = tf.tidy(() => {
    const named = toTensors(layout, new Float32Array(weights));
    return tf.argMax(captionLogits(config, named, features, batch), 1);
  });
  const predicted = (await words.data()) as Int32Array;
  words.dispose();
  return predicted;
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

export interface CaptionTask extends PhotosTask {
  readonly beam: BeamSettings;
  /** What helps to choose among captions; by default nothing. */
  readonly detector?: SharedDetector | null;
}

/** A word detector whose flat weight vector is shared. */
export interface SharedDetector {
  readonly config: DetectorConfig;
  readonly weights: SharedArrayBuffer;
}

/** Captions photos by beam search. @returns for each photo its hypotheses, the best first. */
export async function caption(task: CaptionTask): Promise<Hypothesis[][]> {
  const { config } = task;
  const layout = layOut(decoderWeightSpecs(config));
  const weights = toTensors(layout, new Float32Array(task.weights));
  const outputTable = makeOutputTable(weights);
  const detector = task.detector && detectorTensors(task.detector);
  const hypotheses: Hypothesis[][] = [];
  for (const photo of task.photos) {
    const features = await readFeatures({ config, photos: [photo] });
    const session = createSession(config, weights, outputTable, features, detector);
    hypotheses.push(await beamSearch(session, task.beam));
    session.dispose();
    tf.dispose([features.pooled, features.grid]);
  }
  tf.dispose([outputTable, weights, { ...detector }]);
  return hypotheses;
}

function detectorTensors({ config, weights }: SharedDetector): Weights {
  return toTensors(layOut(detectorWeightSpecs(config)), new Float32Array(weights));
}

export interface RolloutTask extends PhotosTask {
  readonly samples: number;
  readonly maxWords: number;
  readonly temperature: number;
  readonly seed: number;
}

/** Draws captions from the decoder's distribution. @returns the captions of each photo. */
export async function rollout(task: RolloutTask): Promise<CaptionSet[]> {
  const { config, seed } = task;
  const layout = layOut(decoderWeightSpecs(config));
  const weights = toTensors(layout, new Float32Array(task.weights));
  const features = await readFeatures(task);
  const random = createRandom(seed);
  const captions = await rollOut(config, weights, features, { ...task, random });
  tf.dispose([weights, features.pooled, features.grid]);
  return captions;
}

const caches = new Map<string, Promise<FeatureCache>>();

async function readFeatures({
  config: { gridCells, featureSize },
  photos,
}: Pick<PhotosTask, 'config' | 'photos'>): Promise<ImageFeatures> {
  const gridValues = gridCells * featureSize;
  const values = new Float32Array(photos.length * gridValues);
  for (const [i, photo] of photos.entries()) {
    if (!photo) continue;
    const { cachePath, place } = photo;
    if (!caches.has(cachePath)) caches.set(cachePath, FeatureCache.open(cachePath, gridValues));
    values.set(await (await caches.get(cachePath)!).read(place), i * gridValues);
  }
  const grid = tf.tensor3d(values, [photos.length, gridCells, featureSize]);
  return { grid, pooled: tf.mean(grid, 1) };
}
