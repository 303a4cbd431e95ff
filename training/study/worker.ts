import '@tensorflow/tfjs';
import { startBackend } from '../backend';
import { type Course, learn } from './learn';
import { reachOf, test } from './measure';
import type { CourseResult } from './results';

const ready = startBackend('wasm');

/** Trains one network; tests and traces it on the cells of `models/recurrent`. */
export async function takeCourse(course: Course): Promise<CourseResult> {
  await ready;
  const { start, weights, looks, solvedAt } = learn(course);
  const isAdding = course.task === 'adding';
  return {
    ...course,
    looks: [...looks],
    solvedAt,
    test: await test(course, weights),
    reach: isAdding
      ? { start: await reachOf(course, start), end: await reachOf(course, weights) }
      : null,
    weights: { start: [...start], end: [...weights] },
  };
}
