import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { decoderWeightSpecs } from '../../models/captioner/decoder';
import { tinyConfig, tinyWeights } from '../../models/testing/tiny-decoder';
import { layOut } from '../../models/training/weight-vector';
import { Checkpoint } from '../checkpoint';
import type { DevScores } from '../lesson';
import { temporaryFolder } from '../testing/temporary-folder';
import { inProcessPool, tinyOptions, tinyTrainingSet } from '../testing/tiny-run';
import { Trainer } from '../trainer';
import { createWorkerPool } from '../worker-pool';
import { learnBy } from './objectives/objective';
import { teacherForcing } from './objectives/teacher-forcing';
import type { GradientTask } from './worker';

vi.mock('../../cli/progress', () => ({
  startProgress: () => ({ advance: () => {}, stop: () => {} }),
}));

const config = tinyConfig();
const pool = inProcessPool();

/** Ten photos make four steps an epoch, the last one of a single photo. */
const PHOTOS = 10;
const STEPS = 4;
const WITHOUT_DROPOUT = { dropEmbedding: 0, dropEvidence: 0, dropReadout: 0 };
const set = await tinyTrainingSet(config, PHOTOS);

/** A gradient task without dropout. */
function gradientTask(photos: number[]): GradientTask {
  const { vector } = tinyWeights(config);
  const weights = new SharedArrayBuffer(vector.byteLength);
  new Float32Array(weights).set(vector);
  return {
    config,
    weights,
    gradient: new SharedArrayBuffer(vector.byteLength),
    photos: photos.map((place) => ({ cachePath: set.cachePaths[0], place })),
    captions: photos.map((photo) => set.captions[photo]),
    dropout: { embedding: 0, evidence: 0, readout: 0 },
    smoothing: 0.1,
    ownWords: 0,
    seed: 1,
  };
}

const gradientOf = (task: GradientTask) => [...new Float32Array(task.gradient)];

/** Largest difference of two vectors, relative to the length of the second. */
function relativeError(actual: readonly number[], expected: readonly number[]): number {
  const differences = actual.map((value, i) => Math.abs(value - expected[i]));
  return Math.max(...differences) / Math.hypot(...expected);
}

describe('the gradient', () => {
  it('of two shards adds up to that of all photos, to a relative 1e-5', async () => {
    const whole = gradientTask([0, 1, 2, 3, 4, 5]);
    const shards = [gradientTask([0, 2, 4]), gradientTask([1, 3, 5])];
    const expected = await pool.run('gradient', whole);
    const results = await Promise.all(shards.map((shard) => pool.run('gradient', shard)));

    const [first, second] = shards.map(gradientOf);
    const sum = first.map((value, i) => value + second[i]);
    expect(relativeError(sum, gradientOf(whole))).toBeLessThan(1e-5);
    expect(relativeError(first, gradientOf(whole))).toBeGreaterThan(0.01);
    expect(results[0].loss + results[1].loss).toBeCloseTo(expected.loss, 4);
    expect(results[0].words + results[1].words).toBe(expected.words);
  });

  it('is the same in a worker thread, which writes it into the shared memory', async () => {
    const module = new URL('./worker.ts', import.meta.url);
    const threads = createWorkerPool<typeof import('./worker')>(module, 1);
    const [here, there] = [gradientTask([0, 1]), gradientTask([0, 1])];
    const result = await threads.run('gradient', there);
    await threads.close();
    expect(result).toEqual(await pool.run('gradient', here));
    expect(gradientOf(there)).toEqual(gradientOf(here));
  });
});

/** Looks at dev: the CIDEr of each epoch in turn, over all sittings of a run. */
function devScores(ciders: readonly number[]) {
  const left = [...ciders];
  return { left, look: (): DevScores => ({ loss: 1, score: left.shift()! }) };
}

/** Trains until the run ends, is asked to stop after some steps, or loses its workers after some. */
async function train(
  folder: string,
  look: (weights: readonly number[]) => DevScores,
  { options = tinyOptions(), workers = 2, stopAfter = Infinity, dieAfter = Infinity } = {},
) {
  let tasks = 0;
  const limited: typeof pool = {
    ...pool,
    run: (name, task) => {
      const steps = Math.ceil(++tasks / workers);
      if (steps >= stopAfter) trainer.stop();
      if (steps > dieAfter) throw new Error('The worker died.');
      return pool.run(name, task);
    },
  };
  const trainer = new Trainer(
    layOut(decoderWeightSpecs(config)),
    options,
    new Checkpoint(folder),
    workers,
  );
  const weights = () => [...new Float32Array(trainer.weights)];
  await trainer.prepare();
  const state = await trainer.run({
    ...learnBy(teacherForcing(set), { config, options, pool: limited }),
    evaluate: () => Promise.resolve(look(weights())),
  });
  return { weights: weights(), kept: [...new Float32Array(trainer.kept)], state };
}

const bestOf = async (folder: string) => [...(await new Checkpoint(folder).readBest())];

describe('a run', () => {
  it.each([
    ['within an epoch', 2],
    ["at an epoch's end", STEPS],
    ['within a later epoch', STEPS + 3],
    ['at the last step', 3 * STEPS],
  ])('that is stopped %s and resumed ends with the same weights', async (_where, stopAfter) => {
    const [whole, parts] = [await temporaryFolder(), await temporaryFolder()];
    const expected = await train(whole, devScores([1, 3, 2]).look);
    const scores = devScores([1, 3, 2]);
    const stopped = await train(parts, scores.look, { stopAfter });
    expect(stopped.state.step).toBe(stopAfter);
    const resumed = await train(parts, scores.look);

    expect(resumed.weights).toEqual(expected.weights);
    expect(resumed.state).toEqual({ ...expected.state, seconds: expect.any(Number) });
    expect(scores.left).toEqual([]);
    expect(await bestOf(parts)).toEqual(await bestOf(whole));
  });

  it('that averages its weights is resumed with the average', async () => {
    const [whole, parts] = [await temporaryFolder(), await temporaryFolder()];
    const options = tinyOptions({ ema: 0.9, scheduledSampling: 0.5 });
    const expected = await train(whole, devScores([1, 3, 2]).look, { options });
    const scores = devScores([1, 3, 2]);
    await train(parts, scores.look, { options, stopAfter: STEPS + 3 });
    const resumed = await train(parts, scores.look, { options });
    expect(resumed.kept).toEqual(expected.kept);
    expect(resumed.weights).toEqual(expected.weights);
    expect(expected.kept).not.toEqual(expected.weights);
    expect(await bestOf(parts)).toEqual(await bestOf(whole));
  });

  it('keeps the weights themselves without an average', async () => {
    const { weights, kept } = await train(await temporaryFolder(), devScores([1, 2, 3]).look);
    expect(kept).toEqual(weights);
  });

  it('that dies goes on from its last checkpoint', async () => {
    const [whole, parts] = [await temporaryFolder(), await temporaryFolder()];
    const expected = await train(whole, devScores([1, 2, 3]).look);
    const scores = devScores([1, 2, 3]);
    await expect(train(parts, scores.look, { dieAfter: STEPS + 1 })).rejects.toThrow('died');
    expect((await new Checkpoint(parts).readState()).step).toBe(STEPS);
    expect((await train(parts, scores.look)).weights).toEqual(expected.weights);
  });

  it('stops when patience ends and keeps the best weights', async () => {
    const folder = await temporaryFolder();
    const seen: (readonly number[])[] = [];
    const { look, left } = devScores([10, 12, 11, 11.5, 13]);
    const { state } = await train(folder, (weights) => (seen.push(weights), look()), {
      options: tinyOptions({ epochs: 5, patience: 2 }),
    });
    expect(state.best).toEqual({ score: 12, epoch: 2 });
    expect(left).toEqual([13]);
    expect(await bestOf(folder)).toEqual(seen[1]);
  });

  it('gives the same weights on one worker as on two, to 1e-5, without dropout', async () => {
    const options = tinyOptions(WITHOUT_DROPOUT);
    const [one, two] = await Promise.all(
      [1, 2].map(async (workers) =>
        train(await temporaryFolder(), devScores([1, 2, 3]).look, { options, workers }),
      ),
    );
    expect(relativeError(two.weights, one.weights)).toBeLessThan(1e-5);
  });

  it('lowers the loss of its photos, and logs it', async () => {
    const folder = await temporaryFolder();
    const plain = { ...WITHOUT_DROPOUT, smoothing: 0, batch: PHOTOS, learningRate: 0.05 };
    await train(folder, devScores(Array(10).fill(1)).look, {
      options: tinyOptions({ ...plain, epochs: 10, patience: 10 }),
    });
    const lines = (await readFile(join(folder, 'log.jsonl'), 'utf8')).trimEnd().split('\n');
    const steps = lines.map((line) => JSON.parse(line)).filter(({ step }) => step !== undefined);
    expect(steps).toEqual([{ step: 10, loss: expect.any(Number), norm: expect.any(Number) }]);
    // It starts at ln(vocabulary), see caption-loss.test.ts.
    expect(steps[0].loss).toBeLessThan(Math.log(config.vocabularySize) - 0.3);
  });
});
