import { expect, it } from 'vitest';
import { answerOf, differences, relativeReach } from './read-trace';
import { makeSequence, sumOf, toInput } from './sequence';

it.each([10, 50, 150])('marks two numbers as in training, of %i', (length) => {
  for (let round = 0; round < 30; round++) {
    const sequence = makeSequence(length, 0.25, round);
    const { numbers, marked } = sequence;
    expect(numbers).toHaveLength(length);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(marked[0]).toBeLessThan(length / 10);
    expect(marked[1]).toBeGreaterThanOrEqual(Math.floor(length / 2));
    expect(marked[1]).toBeLessThan(length);
    expect(sumOf(sequence)).toBe(0.25 + numbers[marked[1]]);
  }
});

it('is read once as it is, and once with another first number', () => {
  const { values, rows } = toInput({ numbers: [0.25, 0.5, 0.75], marked: [0, 2] });
  expect(rows).toBe(2);
  expect([...values]).toEqual([0.25, 1, 0.75, 1, 0.5, 0, 0.5, 0, 0.75, 1, 0.75, 1]);
});

it('reads answer, differences and reach from a trace', () => {
  const trace = {
    states: [Float32Array.of(1, 1, 1, 2, 0, 0, 0, 0), Float32Array.of(3, 4, 0, 0, 0, 1, 0, 0)],
    answers: Float32Array.of(9, 9, 0.5, 0.75),
    reach: [Float32Array.of(1, 2), Float32Array.of(4, 0)],
  };
  expect(answerOf(trace)).toBe(0.5);
  // Of c: (3, 4) against nothing, then (0, 1) against nothing.
  expect(differences(trace)).toEqual([
    [1, 1],
    [2, 0.2],
  ]);
  expect(relativeReach(trace)).toEqual([[1, 1]]);
  expect(relativeReach({ reach: [Float32Array.of(1, 2)] })).toEqual([
    [1, 0.5],
    [2, 1],
  ]);
});
