import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createRandom, shuffle } from '../models/random';
import { classifierWeightSpecs } from '../models/sequence/classifier-network';
import { taggerWeightSpecs } from '../models/sequence/tagger-network';
import {
  TINY_LEXICON,
  tinyClassifierConfig,
  tinyTaggerConfig,
} from '../models/testing/tiny-sequence';
import { layOut, type WeightLayout } from '../models/training/weight-vector';
import { Checkpoint } from './checkpoint';
import type { Lesson } from './lesson';
import type { TrainerOptions } from './options';
import { tagLesson } from './tag/lesson';
import { tagOptionsSchema } from './tag/options';
import * as tagWorker from './tag/worker';
import { temporaryFolder } from './testing/temporary-folder';
import { topicLesson } from './topic/lesson';
import { topicOptionsSchema } from './topic/options';
import * as topicWorker from './topic/worker';
import { Trainer } from './trainer';
import type { WorkerPool } from './worker-pool';

vi.mock('../cli/progress', () => ({
  startProgress: () => ({ advance: () => {}, stop: () => {} }),
}));

const STEPS = { epochs: 3, batch: 4, warmup: 2, learningRate: 0.05, ema: 0.9 };

/** Runs a worker's functions in this thread. */
function inProcess<F extends object>(functions: F): WorkerPool<F> {
  return {
    run: (name, task) => (functions[name] as (task: unknown) => unknown)(task) as never,
    close: () => Promise.resolve(),
  };
}

const words = (text: string) => text.split(' ');

/** Ten texts about a dog or a team, in any order of their words. */
const texts = Array.from({ length: 10 }, (_, i) => {
  const content = i % 2 ? words('team wins a unknown') : words('dog runs a');
  return { text: shuffle(content, createRandom(i)).join(' '), label: i % 2 };
});

/** Ten sentences of determiner, noun and verb. */
const sentences = Array.from({ length: 10 }, (_, i) => ({
  words: [i % 3 ? 'a' : 'A', i % 2 ? 'dog' : 'team', i % 4 ? 'runs' : 'wins'],
  tags: [1, 2, 3],
}));

/** A task at toy size. */
interface Subject {
  readonly layout: WeightLayout;
  readonly options: TrainerOptions;
  readonly classes: number;
  lesson(trainer: Trainer): Lesson;
}

const topicConfig = tinyClassifierConfig();
const topicOptions = topicOptionsSchema.parse(STEPS);
const tagConfig = tinyTaggerConfig();
const tagOptions = tagOptionsSchema.parse(STEPS);

const subjects: [string, Subject][] = [
  [
    'topic',
    {
      layout: layOut(classifierWeightSpecs(topicConfig)),
      options: topicOptions,
      classes: topicConfig.labels.length,
      lesson: ({ kept: weights }) =>
        topicLesson(
          {
            config: topicConfig,
            weights,
            vocabulary: TINY_LEXICON.words,
            pool: inProcess(topicWorker),
          },
          topicOptions,
          { train: texts, dev: texts },
        ),
    },
  ],
  [
    'tag',
    {
      layout: layOut(taggerWeightSpecs(tagConfig)),
      options: tagOptions,
      classes: tagConfig.labels.length,
      lesson: ({ kept: weights }) =>
        tagLesson(
          { config: tagConfig, weights, lexicon: TINY_LEXICON, pool: inProcess(tagWorker) },
          tagOptions,
          { train: sentences, dev: sentences },
        ),
    },
  ],
];

/** Trains until the run ends or, where given, is asked to stop after some steps. */
async function train(subject: Subject, folder: string, stopAfter = Infinity, changes = {}) {
  const options = { ...subject.options, ...changes };
  const trainer = new Trainer(subject.layout, options, new Checkpoint(folder), 2);
  const lesson = subject.lesson(trainer);
  let shards = 0;
  const gradient: Lesson['gradient'] = (items, shard) => {
    if (Math.ceil(++shards / 2) >= stopAfter) trainer.stop();
    return lesson.gradient(items, shard);
  };
  await trainer.prepare();
  const state = await trainer.run({ ...lesson, gradient });
  return {
    state,
    weights: [...new Float32Array(trainer.weights)],
    kept: [...new Float32Array(trainer.kept)],
  };
}

describe.each(subjects)('--task %s', (_name, subject) => {
  it.each([2, 3, 7])('that stops after %i steps and resumes ends the same', async (stopAfter) => {
    const [whole, parts] = [await temporaryFolder(), await temporaryFolder()];
    const expected = await train(subject, whole);
    expect((await train(subject, parts, stopAfter)).state.step).toBe(stopAfter);
    const resumed = await train(subject, parts);
    expect(resumed.weights).toEqual(expected.weights);
    expect(resumed.kept).toEqual(expected.kept);
    expect(resumed.state).toEqual({ ...expected.state, seconds: expect.any(Number) });
  });

  it('depends on the seed and on nothing else', async () => {
    const run = async (seed: number) =>
      (await train(subject, await temporaryFolder(), 2, { seed })).weights;
    expect(await run(2)).toEqual(await run(2));
    expect(await run(2)).not.toEqual(await run(3));
  });

  it('learns, from about ln(classes), and logs each look at dev', async () => {
    const folder = await temporaryFolder();
    const changes = { epochs: 20, patience: 20, batch: 10, ema: 0 };
    const { state } = await train(subject, folder, Infinity, changes);
    expect(state.best?.score).toBe(100);
    const lines = (await readFile(join(folder, 'log.jsonl'), 'utf8')).trimEnd().split('\n');
    const log = lines.map((line) => JSON.parse(line));
    expect(log.filter(({ epoch }) => epoch)).toHaveLength(20);
    expect(log.find(({ epoch }) => epoch === state.best?.epoch)).toMatchObject({ accuracy: 100 });
    const losses = log.flatMap(({ loss }) => loss ?? []);
    expect(losses).toHaveLength(2);
    expect(losses[1]).toBeLessThan(Math.min(losses[0], Math.log(subject.classes)));
  });
});
