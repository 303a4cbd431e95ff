import { createRandom } from '../../models/random';
import type { MemoryConfig } from '../../models/memory/config';
import { memoryWeightSpecs } from '../../models/memory/network';
import { Adam, adamDefaults } from '../../models/training/adam';
import { initializeWeights } from '../../models/training/initialize';
import { layOut } from '../../models/training/weight-vector';
import { PlainNetwork } from './plain-network';
import { type TaskName, TASKS } from './tasks';

/** One network's training. */
export interface Course {
  readonly task: TaskName;
  readonly cell: MemoryConfig['cell'];
  readonly lag: number;
  readonly hiddenSize: number;
  readonly learningRate: number;
  readonly seed: number;
  /** Sequences a step. */
  readonly batch: number;
  /** Steps at most. */
  readonly steps: number;
}

/** A look at sequences that are not trained on. */
export interface Look {
  readonly step: number;
  readonly loss: number;
  /** Share of the answers that are right. */
  readonly right: number;
}

export interface Learnt {
  readonly start: Float32Array;
  readonly weights: Float32Array;
  readonly looks: readonly Look[];
  /** The first look at which the task was solved; null if none was. */
  readonly solvedAt: number | null;
}

/** The gradient is scaled down to at most this L2 norm. */
const CLIP_NORM = 1;
/** Steps between two looks, and sequences of a look. */
const LOOK_EVERY = 50;
const LOOK_ROWS = 128;
/** Share of right answers from which a task counts as solved; training ends there. */
const SOLVED = 0.97;

export function configOf({ task, cell, hiddenSize }: Pick<Course, 'task' | 'cell' | 'hiddenSize'>) {
  const { inputSize, outputs } = TASKS[task];
  return { cell, inputSize, hiddenSize, outputs } satisfies MemoryConfig;
}

/** Trains a network with Adam at a constant rate, until the task is solved or the steps are used up. */
export function learn(course: Course): Learnt {
  const { lag, learningRate, seed, batch, steps } = course;
  const task = TASKS[course.task];
  const config = configOf(course);
  const layout = layOut(memoryWeightSpecs(config));
  const network = new PlainNetwork(config, layout);
  const start = initializeWeights(layout, createRandom(seed));
  const weights = start.slice();
  const adam = new Adam(layout.length, { ...adamDefaults, clipNorm: CLIP_NORM });
  // The same sequences for every cell.
  const random = createRandom(seed * 1_000 + lag);
  const unseen = task.draw(createRandom(seed * 1_000_003 + lag), lag, LOOK_ROWS);
  const looks: Look[] = [];
  for (let step = 1; step <= steps; step++) {
    const gradient = new Float32Array(layout.length);
    network.learn(weights, gradient, task.draw(random, lag, batch), task);
    adam.update(weights, gradient, learningRate);
    if (step % LOOK_EVERY > 0) continue;
    const { loss, right } = task.score(network.answers(weights, unseen), unseen);
    looks.push({ step, loss, right });
    if (right >= SOLVED) return { start, weights, looks, solvedAt: step };
  }
  return { start, weights, looks, solvedAt: null };
}
