import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import {
  type DetectorConfig,
  type DetectorSite,
  detectorWeightSpecs,
} from '../../models/captioner/detector';
import { createRandom } from '../../models/random';
import { type DetectorBatch, detectorLoss } from '../../models/training/detector-loss';
import { createDropout } from '../../models/training/dropout';
import { layOut, toTensors } from '../../models/training/weight-vector';
import { useWasmBackend } from '../../server/inference/backend';
import { writeGradient } from '../gradient';
import type { StepShard, SummedLoss } from '../lesson';
import type { WordShares } from './shares';

await useWasmBackend();

/** A detector and the photos it looks at. */
export interface DetectTask {
  readonly config: DetectorConfig;
  /** The shared flat weight vector. */
  readonly weights: SharedArrayBuffer;
  /** Image vectors, [photos, features] flat. */
  readonly pooled: Float32Array;
  readonly shares: readonly WordShares[];
  /** Log-odds of each word in captions of any photo, [vocabulary]. */
  readonly prior: Float32Array;
}

export interface GradientTask extends DetectTask, Omit<StepShard, 'progress'> {
  readonly dropout: Readonly<Record<DetectorSite, number>>;
}

/** Gradient of the summed loss of a shard. */
export async function gradient(task: GradientTask): Promise<SummedLoss> {
  const layout = layOut(detectorWeightSpecs(task.config));
  const dropout = createDropout(task.dropout, createRandom(task.seed));
  const batch = batchOf(task);
  const loss = await writeGradient(layout, task, (weights) =>
    detectorLoss(weights, batch, dropout),
  );
  tf.dispose({ ...batch });
  return { loss, terms: task.shares.length };
}

/** Loss of photos, without dropout. */
export async function evaluateLoss(task: DetectTask): Promise<SummedLoss> {
  const layout = layOut(detectorWeightSpecs(task.config));
  const value = tf.tidy(() =>
    detectorLoss(toTensors(layout, new Float32Array(task.weights)), batchOf(task)),
  );
  const [loss] = await value.data();
  value.dispose();
  return { loss, terms: task.shares.length };
}

function batchOf({ config, pooled, shares, prior }: DetectTask): DetectorBatch {
  const { featureSize, vocabularySize } = config;
  const dense = new Float32Array(shares.length * vocabularySize);
  for (const [photo, words] of shares.entries()) {
    for (const [id, share] of words) dense[photo * vocabularySize + id] = share;
  }
  return {
    pooled: tf.tensor2d(pooled, [shares.length, featureSize]),
    shares: tf.tensor2d(dense, [shares.length, vocabularySize]),
    prior: tf.tensor1d(prior),
  };
}
