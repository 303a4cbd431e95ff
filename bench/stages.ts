import { load, type MobileNet } from '@tensorflow-models/mobilenet';
import * as tf from '@tensorflow/tfjs-core';
import { join } from 'node:path';
import { readEncoder } from '../models/artefact/encoder';
import type { Captioner } from '../models/captioner/captioner';
import { INPUT_SIZE } from '../models/encoder/nodes';
import type { ModelSettings } from '../server/env';
import { decodeImage } from '../server/image/decode';
import { useWasmBackend } from '../server/inference/backend';
import { loadConfiguredCaptioner } from '../server/inference/load-captioner';
import { folderSource } from '../server/inference/sources';
import type { Photos } from './photos';
import { percentile } from './statistics';

/** Captions that are not counted, until everything is compiled and cached. */
const WARM_UP = 10;
const SMALL_RUNS = 60;
const LARGE_RUNS = 15;

/** Milliseconds. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
}

/** The stages of one caption: file to pixels, pixels to 224 px, to features, to words; and all of it. */
const STAGES = ['decode', 'prepare', 'encode', 'words', 'total'] as const;
export type Stages = Readonly<Record<(typeof STAGES)[number], Spread>>;

export interface StageReport {
  readonly small: Stages;
  readonly large: Stages;
  /** The network alone: `infer(x, true)` on pixels of 224x224. */
  readonly plain: Spread;
  /** p50 of the small photo's total to that of the network alone. */
  readonly ratio: number;
  /** The caption of the small photo. */
  readonly caption: string;
}

type Sample = Readonly<Record<(typeof STAGES)[number], number>> & { readonly caption: string };

/**
 * Times captions by stage with beam 3, in this thread. Captions of the small photo take turns with
 * the plain network, so that both meet the same machine.
 */
export async function measureStages(settings: ModelSettings, photos: Photos): Promise<StageReport> {
  await useWasmBackend();
  const { captioner } = await loadConfiguredCaptioner(settings);
  const network = await loadPlainNetwork(settings);
  const { data } = await decodeImage(photos.small);
  const pixels = tf.tensor3d(Int32Array.from(data), [INPUT_SIZE, INPUT_SIZE, 3], 'int32');

  const plain: number[] = [];
  const small: Sample[] = [];
  for (let run = -WARM_UP; run < SMALL_RUNS; run++) {
    const milliseconds = await inferOnce(network, pixels);
    const sample = await captionOnce(captioner, photos.small);
    if (run < 0) continue;
    plain.push(milliseconds);
    small.push(sample);
  }
  const large: Sample[] = [];
  for (let run = 0; run < LARGE_RUNS; run++) {
    large.push(await captionOnce(captioner, photos.large));
  }
  const [smallStages, plainSpread] = [stagesOf(small), spread(plain)];
  return {
    small: smallStages,
    large: stagesOf(large),
    plain: plainSpread,
    ratio: smallStages.total.p50 / plainSpread.p50,
    caption: small[0].caption,
  };
}

async function loadPlainNetwork({ NEGAR_MODELS }: ModelSettings): Promise<MobileNet> {
  const { handler, manifest } = await readEncoder(folderSource(join(NEGAR_MODELS, 'encoder')));
  const inputRange: [number, number] = [...manifest.inputRange];
  return load({ version: 2, alpha: 1, modelUrl: handler, inputRange });
}

async function inferOnce(network: MobileNet, pixels: tf.Tensor3D): Promise<number> {
  const started = performance.now();
  const features = network.infer(pixels, true);
  await features.data();
  features.dispose();
  return performance.now() - started;
}

async function captionOnce(captioner: Captioner, file: Uint8Array): Promise<Sample> {
  const started = performance.now();
  const image = await decodeImage(file);
  const decoded = performance.now();
  const { timings, candidates } = await captioner.caption(image, { beamWidth: 3 });
  const { prepare, encode, decode: words } = timings;
  const total = performance.now() - started;
  const [{ text: caption }] = candidates;
  return { decode: decoded - started, prepare, encode, words, total, caption };
}

function stagesOf(samples: readonly Sample[]): Stages {
  const spreads = STAGES.map((stage) => [stage, spread(samples.map((sample) => sample[stage]))]);
  return Object.fromEntries(spreads) as Stages;
}

function spread(values: readonly number[]): Spread {
  return { p50: percentile(values, 0.5), p95: percentile(values, 0.95) };
}
