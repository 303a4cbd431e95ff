import type { MemoryInput } from '../../../models/memory/trace';

/** Numbers to add, of which two are marked. */
export interface Sequence {
  readonly numbers: readonly number[];
  /** Places of the marked numbers, from 0. */
  readonly marked: readonly [number, number];
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The fraction of multiples of the golden ratio: numbers in [0, 1) that look drawn at random. */
const scattered = (i: number) => (i * GOLDEN) % 1;

/**
 * @param length of the sequence, at least 10.
 * @param first the first marked number, in [0, 1].
 * @param round other rounds have other numbers and marks.
 */
export function makeSequence(length: number, first: number, round: number): Sequence {
  const start = round * 7 + 3;
  const numbers = Array.from({ length }, (_, i) => scattered(start * 13 + i * i + i));
  const marked = [
    Math.floor((scattered(start) * length) / 10),
    Math.floor(length / 2 + (scattered(start + 1) * length) / 2),
  ] as const;
  numbers[marked[0]] = first;
  return { numbers, marked };
}

export function sumOf({ numbers, marked: [first, second] }: Sequence): number {
  return numbers[first] + numbers[second];
}

/** How far the first number is moved for the second reading. */
const MOVED = 0.5;

/** The sequence as the networks read it, and again with another first number. */
export function toInput({ numbers, marked }: Sequence): MemoryInput {
  const values = new Float32Array(numbers.length * 4);
  numbers.forEach((number, t) => {
    const mark = marked.includes(t) ? 1 : 0;
    const other = t === marked[0] ? number + (number < MOVED ? MOVED : -MOVED) : number;
    values.set([number, mark, other, mark], t * 4);
  });
  return { rows: 2, values };
}
