import { expect, it } from 'vitest';
import { tinyConfig, tinyWeights } from '../../../models/testing/tiny-decoder';
import { Adam } from '../../../models/training/adam';
import { inProcessPool } from '../../testing/tiny-run';
import { languageModel, textLoss } from './language-model';

const config = tinyConfig();
const pool = inProcessPool();
const sentences = [
  [4, 5, 6],
  [7, 8],
  [4, 5, 6, 7, 8],
];

/** The tiny decoder's seeded weights in shared memory. */
function sharedWeights() {
  const { vector } = tinyWeights(config);
  const weights = new SharedArrayBuffer(vector.byteLength);
  new Float32Array(weights).set(vector);
  return weights;
}

it('starts at the loss of guessing, ln of the vocabulary', async () => {
  const loss = await textLoss({ config, weights: sharedWeights(), pool }, sentences);
  expect(Math.abs(loss - Math.log(config.vocabularySize))).toBeLessThan(0.1);
});

it('measures long texts in parts as well as in one', async () => {
  const decoder = { config, weights: sharedWeights(), pool };
  const many = Array.from({ length: 101 }, (_, i) => sentences[i % 2]);
  const words = many.reduce((sum, sentence) => sum + sentence.length + 1, 0);
  let expected = 0;
  for (const sentence of many) {
    expected += (await textLoss(decoder, [sentence])) * (sentence.length + 1);
  }
  expect(await textLoss(decoder, many)).toBeCloseTo(expected / words, 4);
});

it('learns sentences without a photo', async () => {
  const weights = sharedWeights();
  const decoder = { config, weights, pool };
  const objective = languageModel(sentences);
  expect(objective).toMatchObject({ items: 3, imitates: true });
  const gradient = new SharedArrayBuffer(weights.byteLength);
  const adam = new Adam(weights.byteLength / 4);
  const before = await textLoss(decoder, sentences);
  for (let seed = 0; seed < 60; seed++) {
    const share = await objective.share([0, 1, 2], seed);
    const dropout = { embedding: 0, evidence: 0, readout: 0 };
    const task = { config, weights, gradient, dropout, smoothing: 0, ownWords: 0, seed, ...share };
    const { words } = await pool.run('gradient', task);
    const mean = new Float32Array(gradient).map((g) => g / words);
    adam.update(new Float32Array(weights), mean, 0.05);
  }
  expect(await textLoss(decoder, sentences)).toBeLessThan(before / 3);
});
