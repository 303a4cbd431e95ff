import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CellState } from '../recurrent/cell';
import { cells } from '../recurrent/cells';
import { tinyVector } from '../testing/tiny-sequence';
import { toTensors } from '../training/weight-vector';
import { encode, encoderWeightSpecs, finalStates } from './encoder';
import { pack } from './packing';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

it('packs sequences longest first, with every item once and no padding', () => {
  const { activeRows, order, places, first, last } = pack([2, 4, 1]);
  expect(activeRows).toEqual([3, 2, 1, 1]);
  expect([...order]).toEqual([2, 0, 6, 3, 1, 4, 5]);
  places.forEach((place, item) => expect(order[place]).toBe(item));
  expect([...first]).toEqual([1, 0, 2]);
  expect([...last]).toEqual([4, 6, 2]);
});

describe.each(Object.entries(cells))('%s', (_name, cell) => {
  const UNITS = 3;
  const { layout, vector } = tinyVector(encoderWeightSpecs(cell, 'e', 2, UNITS));
  const sequences = [
    [
      [1, -1],
      [0.5, 2],
    ],
    [
      [0.3, 0.1],
      [-1, 0.4],
      [2, -0.6],
      [0.7, 0.7],
    ],
    [[-0.2, 1.5]],
  ];

  /** The hidden states of one direction, step by step, as the equations have them. */
  async function stepByStep(prefix: string, sequence: number[][]): Promise<number[][]> {
    const weights = toTensors(layout, vector);
    let state: CellState = Array.from({ length: cell.stateCount }, () => tf.zeros([1, UNITS]));
    const hidden: number[][] = [];
    for (const x of sequence) {
      state = cell.step(weights, prefix, cell.project(weights, prefix, tf.tensor2d([x])), state);
      hidden.push([...(await state[0].data())]);
    }
    return hidden;
  }

  function run(chosen: number[][][]) {
    const packing = pack(chosen.map(({ length }) => length));
    const items = chosen.flat();
    const x = tf.tensor2d([...packing.order].map((item) => items[item]));
    const encoding = encode(cell, toTensors(layout, vector), 'e', UNITS, x, packing);
    return { packing, encoding };
  }

  it('reads each sequence forwards and backwards as if it were alone', async () => {
    const { packing, encoding } = run(sequences);
    const forward = await encoding.forward.array();
    const backward = await encoding.backward.array();
    let item = 0;
    for (const sequence of sequences) {
      const before = await stepByStep('e/forward', sequence);
      const after = (await stepByStep('e/backward', sequence.toReversed())).reverse();
      for (let t = 0; t < sequence.length; t++, item++) {
        const place = packing.places[item];
        forward[place].forEach((value, i) => expect(value).toBeCloseTo(before[t][i], 5));
        backward[place].forEach((value, i) => expect(value).toBeCloseTo(after[t][i], 5));
      }
    }
  });

  it('ends with the last state of each direction, in the order of the sequences', async () => {
    const { packing, encoding } = run(sequences);
    const ends = await finalStates(encoding, packing).array();
    for (const [i, sequence] of sequences.entries()) {
      const before = (await stepByStep('e/forward', sequence)).at(-1)!;
      const after = (await stepByStep('e/backward', sequence.toReversed())).at(-1)!;
      [...before, ...after].forEach((value, unit) => expect(ends[i][unit]).toBeCloseTo(value, 5));
    }
  });

  it('keeps no tensor but its result', () => {
    const weights = toTensors(layout, vector);
    const packing = pack([2, 4]);
    const x = tf.zeros<tf.Rank.R2>([6, 2]);
    const before = tf.memory().numTensors;
    const { forward, backward } = tf.tidy(() => ({
      ...encode(cell, weights, 'e', UNITS, x, packing),
    }));
    expect([forward.shape, backward.shape]).toEqual([
      [6, UNITS],
      [6, UNITS],
    ]);
    tf.dispose([forward, backward]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
