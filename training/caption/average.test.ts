import { relative } from 'node:path';
import { expect, it } from 'vitest';
import { Checkpoint } from '../checkpoint';
import { temporaryFolder } from '../testing/temporary-folder';
import { averageOfBest } from './average';

/** A run that left these weights. @returns its name. */
async function runWith(weights: number[], words = ['<pad>', '<start>', '<end>', '<unk>', 'dog']) {
  const folder = await temporaryFolder();
  const checkpoint = new Checkpoint(folder);
  await checkpoint.write('vocabulary.json', JSON.stringify(words));
  await checkpoint.saveBest(Float32Array.from(weights));
  return relative('runs', folder);
}

it('is the mean of the best weights of all runs', async () => {
  const runs = [await runWith([1, -2]), await runWith([2, 0]), await runWith([6, 5])];
  expect(await averageOfBest(runs)).toEqual(Float32Array.of(3, 1));
  expect(await averageOfBest(runs.slice(0, 1))).toEqual(Float32Array.of(1, -2));
});

it.each([
  ['another number of weights', [1, 2, 3], undefined],
  ['other words', [1, 2], ['<pad>', '<start>', '<end>', '<unk>', 'cat']],
])('refuses %s', async (_what, weights, words) => {
  const runs = [await runWith([1, 2]), await runWith(weights, words)];
  await expect(averageOfBest(runs)).rejects.toThrow('are not of one kind');
});
