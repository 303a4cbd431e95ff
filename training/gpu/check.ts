/**
 * Compares what a backend computes in training with what WASM computes, and prints it as JSON.
 * Fails when a gradient or a loss differs by more than the tolerance.
 */
import * as tf from '@tensorflow/tfjs-core';
import { Command, Option } from 'commander';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DecoderConfig } from '../../models/captioner/config';
import { tinyConfig, tinyWeights } from '../../models/testing/tiny-decoder';
import { type Backend, BACKENDS, trimMemory, startBackend } from '../backend';
import { decoderConfig } from '../caption/decoder-config';
import { trainOptionsSchema } from '../caption/options';
import { caption, evaluateLoss, gradient, type GradientTask, rollout } from '../caption/worker';
import { LIKE_FLICKR8K, syntheticPhotos, VOCABULARY_SIZE } from '../testing/synthetic-photos';

/** Largest length of a gradient's error, relative to the gradient. */
const TOLERANCE = 1e-4;

const program = new Command('check')
  .addOption(new Option('--backend <name>').choices(BACKENDS).default('webgpu'))
  .option('--real', 'the default decoder instead of two tiny ones')
  .parse();
const { backend, real } = program.opts<{ backend: Backend; real?: true }>();
const decoders = real
  ? [decoderConfig(trainOptionsSchema.parse({}), VOCABULARY_SIZE)]
  : [tinyConfig(), tinyConfig({ cell: 'gru', attention: false, tied: false })];
const shape = real
  ? { ...LIKE_FLICKR8K, photos: 16 }
  : { captions: 2, words: [1, 4] as const, photos: 3 };

const folder = await mkdtemp(join(tmpdir(), 'negar-check-'));
try {
  const tasks = await Promise.all(decoders.map(makeTask));
  const expected = [];
  await startBackend('wasm');
  for (const task of tasks) expected.push(await answer(task));
  const device = await startBackend(backend);
  const found = [];
  for (const [i, task] of tasks.entries()) found.push(compare(await answer(task), expected[i]));
  const memory = await memoryLeftBy(tasks[0]);
  console.log(JSON.stringify({ device, tolerance: TOLERANCE, decoders: found, memory }, null, 2));
  const errors = found.flatMap((decoder) => Object.values(decoder.errors));
  process.exitCode = errors.every((error) => error <= TOLERANCE) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true });
}

/** A step with everything but scheduled sampling; some captions count less than nothing. */
async function makeTask(config: DecoderConfig, i: number): Promise<GradientTask> {
  const { vector } = tinyWeights(config);
  const weights = new SharedArrayBuffer(vector.byteLength);
  new Float32Array(weights).set(vector);
  const home = join(folder, String(i));
  await mkdir(home);
  const set = await syntheticPhotos(home, config, shape);
  return {
    config,
    weights,
    gradient: new SharedArrayBuffer(vector.byteLength),
    photos: set.captions.map((_, place) => ({ cachePath: set.cachePaths[0], place })),
    captions: set.captions,
    captionWeights: set.captions.map((captions) => captions.map((_, j) => (j === 0 ? -0.5 : 1))),
    dropout: { embedding: 0.3, evidence: 0.5, readout: 0.3 },
    smoothing: 0.1,
    ownWords: 0,
    seed: 7,
  };
}

/** Everything that training computes. */
async function answer(task: GradientTask) {
  const { loss } = await gradient(task);
  const values = Float32Array.from(new Float32Array(task.gradient));
  const sampled = await gradient({ ...task, ownWords: 0.5 });
  const short = { maxWords: 4, seed: 1 };
  const captions = await caption({
    ...task,
    photos: task.photos.slice(0, 2),
    beam: { beamWidth: 3, minWords: 2, ...short },
  });
  return {
    gradient: values,
    loss: [loss],
    sampledLoss: [sampled.loss],
    devLoss: [(await evaluateLoss(task)).loss],
    captions: captions.map(([best]) => best.tokens.join(' ')),
    samples: (await rollout({ ...task, samples: 2, temperature: 1, ...short }))
      .flat()
      .map((ids) => ids.join(' ')),
  };
}

type Answer = Awaited<ReturnType<typeof answer>>;

function compare(actual: Answer, expected: Answer) {
  const errorOf = (what: 'gradient' | 'loss' | 'sampledLoss' | 'devLoss') =>
    relativeError(actual[what], expected[what]);
  return {
    errors: {
      gradient: errorOf('gradient'),
      loss: errorOf('loss'),
      sampledLoss: errorOf('sampledLoss'),
      devLoss: errorOf('devLoss'),
    },
    /** Shares that are the same: the best captions, and those drawn with the same seed. */
    same: {
      captions: shareOfEqual(actual.captions, expected.captions),
      samples: shareOfEqual(actual.samples, expected.samples),
    },
  };
}

/** What further gradients of batches of other sizes leave behind. */
async function memoryLeftBy(task: GradientTask) {
  const before = tf.memory();
  for (const photos of [1, 2]) {
    await gradient({
      ...task,
      photos: task.photos.slice(photos),
      captions: task.captions.slice(photos),
      captionWeights: task.captionWeights!.slice(photos),
    });
  }
  trimMemory(0);
  const after = tf.memory() as tf.MemoryInfo & GpuMemory;
  return {
    tensors: after.numTensors - before.numTensors,
    bytes: after.numBytes - before.numBytes,
    /** Bytes on the graphics card that no tensor uses. */
    spareBytes: (after.numBytesAllocatedInGPU ?? 0) - (after.numBytesInGPU ?? 0),
  };
}

interface GpuMemory {
  readonly numBytesInGPU?: number;
  readonly numBytesAllocatedInGPU?: number;
}

/** Length of the difference over the length of what is expected. */
function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let [difference, length] = [0, 0];
  for (let i = 0; i < expected.length; i++) {
    difference += (actual[i] - expected[i]) ** 2;
    length += expected[i] ** 2;
  }
  return Math.sqrt(difference / length);
}

function shareOfEqual(actual: readonly string[], expected: readonly string[]): number {
  return actual.filter((value, i) => value === expected[i]).length / expected.length;
}
