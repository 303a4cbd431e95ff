import { join } from 'node:path';
import { expect, it } from 'vitest';
import { encodeFloat16 } from '../../models/artefact/float16';
import { temporaryFolder } from '../testing/temporary-folder';
import { FeatureCache } from './feature-cache';

const grids = [
  [0, 0.5, 6],
  [1, 2, 3],
  [5.75, 4, 0.125],
];

async function cacheOf(order: readonly number[]): Promise<FeatureCache> {
  const path = join(await temporaryFolder(), 'some.f16');
  const writer = await FeatureCache.open(path, 3, 'w');
  for (const photo of order) {
    await writer.write(photo, encodeFloat16(Float32Array.from(grids[photo])));
  }
  await writer.close();
  return FeatureCache.open(path, 3);
}

it('gives back the grids that were written, in any order', async () => {
  const cache = await cacheOf([2, 0, 1]);
  for (const photo of [0, 2, 1, 2]) {
    expect([...(await cache.read(photo))]).toEqual(grids[photo]);
  }
  await cache.close();
});

it('stores half precision: to one part in 2048', async () => {
  const path = join(await temporaryFolder(), 'some.f16');
  const writer = await FeatureCache.open(path, 1, 'w');
  await writer.write(0, encodeFloat16(Float32Array.of(Math.PI)));
  await writer.close();
  const reader = await FeatureCache.open(path, 1);
  const [value] = await reader.read(0);
  await reader.close();
  expect(Math.abs(value - Math.PI) / Math.PI).toBeLessThan(1 / 2048);
});

it('writes a grid that is a part of a larger array', async () => {
  const path = join(await temporaryFolder(), 'some.f16');
  const writer = await FeatureCache.open(path, 3, 'w');
  await writer.write(0, encodeFloat16(Float32Array.from(grids.flat())).subarray(3, 6));
  await writer.close();
  const reader = await FeatureCache.open(path, 3);
  expect([...(await reader.read(0))]).toEqual(grids[1]);
  await reader.close();
});

it('refuses a photo that it does not hold', async () => {
  const cache = await cacheOf([0, 1]);
  await expect(cache.read(2)).rejects.toThrow('The features of photo 2 are missing.');
  await cache.close();
});
