import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { tinyCaptioner, tinyImage } from '../testing/tiny-captioner';
import { tinyDecoderModel } from '../testing/tiny-decoder';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

/** What each cell's state follows from, by its own equations. */
const EQUATIONS = {
  rnn: () => [],
  gru: ({ z, n }: Gates, [h]: Numbers[]) => [n.map((x, k) => (1 - z[k]) * x + z[k] * h[k])],
  lstm({ i, f, g, o }: Gates, [, c]: Numbers[]) {
    const next = c.map((x, k) => f[k] * x + i[k] * g[k]);
    return [next.map((x, k) => o[k] * Math.tanh(x)), next];
  },
};

type Numbers = Float32Array;
type Gates = Readonly<Record<string, Numbers>>;

describe.each(['rnn', 'gru', 'lstm'] as const)('inspecting a decoder with %s', (cell) => {
  it('writes what `stream` writes, and leaks no tensor', async () => {
    const { captioner } = tinyCaptioner(tinyDecoderModel({ cell }));
    const streamed = await captioner.stream(tinyImage, () => undefined);
    const before = tf.memory().numTensors;
    const { steps } = await captioner.inspect(tinyImage);
    expect(tf.memory().numTensors).toBe(before);
    expect(steps.map(({ written }) => written)).toEqual([
      ...streamed.words.map(({ text }) => text),
      '<end>',
    ]);
    streamed.words.forEach(({ probability, attention }, i) => {
      expect(steps[i].probability).toBeCloseTo(probability, 6);
      expect([...steps[i].attention!]).toEqual(attention);
    });
    expect(steps.map(({ read }) => read)).toEqual([
      '<start>',
      ...steps.slice(0, -1).map(({ written }) => written),
    ]);
  });

  it('tells gates from which the next state follows', async () => {
    const { captioner } = tinyCaptioner(tinyDecoderModel({ cell }));
    const { seed, steps } = await captioner.inspect(tinyImage);
    steps.forEach(({ gates, states }, t) => {
      const before = t === 0 ? seed : steps[t - 1].states;
      EQUATIONS[cell](gates, [...before]).forEach((wanted, i) => {
        wanted.forEach((value, k) => expect(states[i][k]).toBeCloseTo(value, 5));
      });
    });
  });
});

it('begins with the words that it is given', async () => {
  const { captioner, decoder } = tinyCaptioner();
  const prefix = decoder.vocabulary.words.slice(6, 8);
  const { steps } = await captioner.inspect(tinyImage, { prefix });
  expect(steps.slice(0, 2).map(({ written }) => written)).toEqual(prefix);
  for (const { next } of steps) {
    const probabilities = next.map(({ probability }) => probability);
    expect(probabilities).toEqual([...probabilities].sort((a, b) => b - a));
    expect(probabilities[0]).toBeLessThan(1);
  }
});
