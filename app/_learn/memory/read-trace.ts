import type { MemoryTrace } from '../../../models/memory/trace';

type Point = readonly [step: number, value: number];

/** What the network answers to the first of its sequences. */
export function answerOf({ answers }: MemoryTrace): number {
  return answers[answers.length - 2];
}

/**
 * How much the states differ between two sequences, by step from 1 on, as a share of the greatest
 * difference; of an LSTM its memory c.
 */
export function differences({ states, reach }: MemoryTrace): Point[] {
  const memory = states.at(-1)!;
  const steps = reach[0].length;
  const units = memory.length / steps / 2;
  const norms = Array.from({ length: steps }, (_, t) => {
    const row = memory.subarray(t * 2 * units, (t * 2 + 1) * units);
    const other = memory.subarray((t * 2 + 1) * units, (t * 2 + 2) * units);
    return Math.hypot(...row.map((value, k) => value - other[k]));
  });
  const greatest = Math.max(...norms) || 1;
  return norms.map((norm, t) => [t + 1, norm / greatest]);
}

/**
 * How strongly the last answer depends on the state after each step, compared with the last step on
 * which it depends; of an LSTM its memory c.
 */
export function relativeReach({ reach }: Pick<MemoryTrace, 'reach'>): Point[] {
  const norms = [...reach.at(-1)!];
  const last = norms.findLastIndex((norm) => norm > 0);
  return norms.slice(0, last + 1).map((norm, t) => [t + 1, norm / norms[last]]);
}
