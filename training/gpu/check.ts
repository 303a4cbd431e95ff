/**
 * Compares what a backend computes in training with what WASM computes, and prints it as JSON.
 * Fails when a gradient differs by more than a relative 1e-4.
 */
import * as tf from '@tensorflow/tfjs-core';
import { Command, Option } from 'commander';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DecoderConfig } from '../../models/captioner/config';
import { tinyConfig, tinyWeights } from '../../models/testing/tiny-decoder';
import { type Backend, BACKENDS, trimMemory, useBackend } from '../backend';
import { trainOptionsSchema } from '../caption/options';
import { caption, evaluateLoss, gradient, type GradientTask, rollout } from '../caption/worker';
import { syntheticPhotos } from '../testing/synthetic-photos';
import { LIKE_FLICKR8K, syntheticConfig } from './synthetic-run';

/** Largest relative error of a gradient. */
const TOLERANCE = 1e-4;

const program = new Command('check')
  .addOption(new Option('--backend <name>').choices(BACKENDS).default('webgpu'))
  .option('--real', 'the default decoder instead of three tiny ones')
  .option('--steps <n>', 'gradients in a row that show whether memory grows', '6')
  .parse();
const { backend, real, steps } = program.opts<{ backend: Backend; real?: true; steps: string }>();
const decoders = real
  ? [syntheticConfig(trainOptionsSchema.parse({}))]
  : [
      tinyConfig(),
      tinyConfig({ cell: 'gru', tied: false }),
      tinyConfig({ cell: 'rnn', attention: false }),
    ];
const captions = real ? LIKE_FLICKR8K : { captions: 2, words: [1, 5] as [number, number] };

const folder = await mkdtemp(join(tmpdir(), 'negar-check-'));
try {
  const tasks = await Promise.all(decoders.map(makeTask));
  await useBackend('wasm');
  const expected = [];
  for (const task of tasks) expected.push(await answer(task));
  const device = await useBackend(backend);
  const decodersChecked = [];
  for (const [i, task] of tasks.entries()) {
    decodersChecked.push(compare(task.config, await answer(task), expected[i]));
  }
  const memory = await memoryGrowth(tasks[0]);
  console.log(JSON.stringify({ device, decoders: decodersChecked, memory }, null, 2));
  const errors = decodersChecked.map(({ gradientError }) => gradientError);
  process.exitCode = errors.every((error) => error <= TOLERANCE) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true });
}

type Answer = Awaited<ReturnType<typeof answer>>;

/** A step of a decoder with dropout, smoothing, the decoder's own words, and captions that count less than nothing. */
async function makeTask(config: DecoderConfig, i: number): Promise<GradientTask> {
  const { vector } = tinyWeights(config);
  const weights = new SharedArrayBuffer(vector.byteLength);
  new Float32Array(weights).set(vector);
  const photos = 8;
  const home = join(folder, String(i));
  await mkdir(home);
  const set = await syntheticPhotos(home, config, { photos, ...captions });
  return {
    config,
    weights,
    gradient: new SharedArrayBuffer(vector.byteLength),
    photos: set.captions.map((_, place) => ({ cachePath: set.cachePaths[0], place })),
    captions: set.captions,
    captionWeights: set.captions.map((words) => words.map((_, j) => (j === 0 ? -0.5 : 1))),
    dropout: { embedding: 0.3, evidence: 0.5, readout: 0.3 },
    smoothing: 0.1,
    ownWords: 0.3,
    seed: 7,
  };
}

/** Everything that training computes. */
async function answer(task: GradientTask) {
  const { loss } = await gradient(task);
  return {
    gradient: Float32Array.from(new Float32Array(task.gradient)),
    loss,
    devLoss: (await evaluateLoss(task)).loss,
    captions: await caption({ ...task, beam: { beamWidth: 3, lengthPenalty: 0.7, maxWords: 8 } }),
    samples: await rollout({ ...task, samples: 3, maxWords: 8 }),
  };
}

function compare({ cell, attention, tied }: DecoderConfig, actual: Answer, expected: Answer) {
  const words = (a: Answer) => a.captions.map(([best]) => best.tokens.join(' '));
  const draws = (a: Answer) => a.samples.flat().map((tokens) => tokens.join(' '));
  return {
    cell,
    attention,
    tied,
    gradientError: relativeError(actual.gradient, expected.gradient),
    lossError: relativeError([actual.loss], [expected.loss]),
    devLossError: relativeError([actual.devLoss], [expected.devLoss]),
    /** Shares that are equal: the best captions, and captions drawn with the same seed. */
    sameCaptions: shareOfEqual(words(actual), words(expected)),
    sameSamples: shareOfEqual(draws(actual), draws(expected)),
  };
}

/** What further gradients leave behind, of batches that each differ in size. */
async function memoryGrowth(task: GradientTask) {
  const before = tf.memory();
  for (let step = 1; step <= Number(steps); step++) {
    const drop = <T>(values: readonly T[]) => values.slice(step % values.length);
    const { photos, captions: sets, captionWeights } = task;
    await gradient({
      ...task,
      photos: drop(photos),
      captions: drop(sets),
      captionWeights: drop(captionWeights!),
    });
  }
  trimMemory(0);
  const after = tf.memory() as tf.MemoryInfo &
    Partial<Record<'numBytesInGPU' | 'numBytesAllocatedInGPU', number>>;
  return {
    tensors: after.numTensors - before.numTensors,
    bytes: after.numBytes - before.numBytes,
    /** Bytes on the graphics card that no tensor uses. */
    spareBytes: (after.numBytesAllocatedInGPU ?? 0) - (after.numBytesInGPU ?? 0),
  };
}

/** Length of the difference over the length of the second. */
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
