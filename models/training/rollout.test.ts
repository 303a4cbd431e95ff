import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeOutputTable } from '../captioner/decoder';
import { createSession } from '../captioner/session';
import { createRandom } from '../random';
import { tinyConfig, tinyFeatures, tinyWeights } from '../testing/tiny-decoder';
import { END, PAD, START, UNK } from '../text/vocabulary';
import { rollOut } from './rollout';
import { toTensors } from './weight-vector';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

const IMAGES = 2;

/** Draws captions of two images with a decoder of seeded weights. */
async function draw(
  settings: { samples: number; maxWords: number; seed?: number; temperature?: number },
  changes: Parameters<typeof tinyConfig>[0] = {},
) {
  const config = tinyConfig(changes);
  const { layout, vector } = tinyWeights(config);
  const weights = toTensors(
    layout,
    vector.map((value) => 8 * value),
  );
  const features = tinyFeatures(config, IMAGES);
  const before = tf.memory().numTensors;
  const random = createRandom(settings.seed ?? 1);
  const captions = await rollOut(config, weights, features, {
    temperature: 1,
    ...settings,
    random,
  });
  return { config, weights, features, captions, leaked: tf.memory().numTensors - before };
}

describe.each([{ attention: true }, { attention: false }, { cell: 'gru' as const }])(
  'captions drawn from a decoder with %j',
  (changes) => {
    it('are as many and as long as asked for, without special tokens, and leak nothing', async () => {
      const { captions, leaked } = await draw({ samples: 7, maxWords: 4 }, changes);
      expect(captions.map((drawn) => drawn.length)).toEqual([7, 7]);
      const lengths = captions.flat().map((words) => words.length);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(4);
      expect(new Set(lengths).size).toBeGreaterThan(1);
      const drawn = new Set(captions.flat(2));
      for (const token of [PAD, START, UNK, END]) expect(drawn).not.toContain(token);
      expect(leaked).toBe(0);
    });
  },
);

it('draws the same captions from the same seed, others from another', async () => {
  const of = async (seed: number) => (await draw({ samples: 5, maxWords: 6, seed })).captions;
  expect(await of(1)).toEqual(await of(1));
  expect(await of(2)).not.toEqual(await of(1));
});

it('draws the second word of each image as often as the decoder expects, to 4 %', async () => {
  const samples = 4000;
  const { config, weights, features, captions } = await draw({ samples, maxWords: 2 });
  const outputTable = makeOutputTable(weights);
  for (let image = 0; image < IMAGES; image++) {
    const one = {
      pooled: features.pooled.slice([image, 0], [1, -1]),
      grid: features.grid.slice([image, 0, 0], [1, -1, -1]),
    };
    const session = createSession(config, weights, outputTable, one);
    await session.step([START], [0]);
    const first = 5;
    const { logProbs } = await session.step([first], [0]);
    session.dispose();
    const allowed = [...logProbs].map((p, token) =>
      [PAD, START, UNK].includes(token) ? 0 : Math.exp(p),
    );
    const total = allowed.reduce((a, b) => a + b);
    const followed = captions[image].filter(([word]) => word === first);
    expect(followed.length).toBeGreaterThan(200);
    for (const [token, share] of allowed.entries()) {
      const count = followed.filter((words) => (words[1] ?? END) === token).length;
      expect(Math.abs(count / followed.length - share / total)).toBeLessThan(
        Math.max(0.04, 3 * Math.sqrt(0.25 / followed.length)),
      );
    }
  }
});
