import * as tf from '@tensorflow/tfjs-core';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useWasmBackend } from '../../server/inference/backend';
import { folderSource } from '../../server/inference/sources';
import { readEncoder } from '../artefact/encoder';
import { createRandom } from '../random';
import { type Encoder, loadEncoder, toPixels } from './encoder';

const folder = fileURLToPath(new URL('../../public/models/encoder', import.meta.url));
const load = async () => loadEncoder((await readEncoder(folderSource(folder))).handler);

/** A picture of soft coloured waves with some noise. */
function picture(seed: number, width = 320, height = 200) {
  const random = createRandom(seed);
  const frequencies = [0, 1, 2].map(() => 0.02 + 0.1 * random());
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
    const [x, y, channel] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width), i % 3];
    const wave = Math.sin(frequencies[channel] * x) * Math.cos(frequencies[(channel + 1) % 3] * y);
    return 128 + 100 * wave + 20 * random();
  });
  return { width, height, data };
}

describe('the shipped encoder', () => {
  let encoder: Encoder;
  beforeAll(async () => {
    await useWasmBackend();
    encoder = await load();
  });
  afterAll(() => encoder.dispose());

  /** Features of two pictures. */
  const encodePair = () =>
    tf.tidy(() => {
      const pixels = tf.concat([toPixels(picture(1)), toPixels(picture(2))]) as tf.Tensor4D;
      return { ...encoder.encode(pixels) };
    });

  it('gives a pooled vector and a 7 x 7 grid for each picture, in [0, 6]', async () => {
    const { pooled, grid } = encodePair();
    expect(pooled.shape).toEqual([2, 1280]);
    expect(grid.shape).toEqual([2, 49, 1280]);
    for (const values of [await pooled.data(), await grid.data()]) {
      expect(values.every((value) => value >= 0 && value <= 6)).toBe(true);
      expect(values.some((value) => value > 0.5)).toBe(true);
    }
    tf.dispose([pooled, grid]);
  });

  it('pools the mean of the grid, to 1e-4', async () => {
    const { pooled, grid } = encodePair();
    const [difference] = await tf
      .tidy(() => tf.max(tf.abs(tf.sub(tf.mean(grid, 1), pooled))))
      .data();
    expect(difference).toBeLessThan(1e-4);
    tf.dispose([pooled, grid]);
  });

  it('sees each picture by itself, to 1e-4, and sees that they differ', async () => {
    const { pooled, grid } = encodePair();
    const pixels = toPixels(picture(2));
    const alone = encoder.encode(pixels);
    const distance = async (index: number) => {
      const row = tf.slice(pooled, [index, 0], [1, -1]);
      return (await tf.max(tf.abs(tf.sub(row, alone.pooled))).data())[0];
    };
    expect(await distance(1)).toBeLessThan(1e-4);
    expect(await distance(0)).toBeGreaterThan(0.1);
    tf.dispose([pooled, grid, pixels, { ...alone }]);
  });

  it('leaves nothing behind but its two results', async () => {
    const pixels = toPixels(picture(1));
    const before = tf.memory().numTensors;
    const features = encoder.encode(pixels);
    expect(tf.memory().numTensors).toBe(before + 2);
    expect(pixels.isDisposed).toBe(false);
    tf.dispose([pixels, { ...features }]);
    expect(tf.memory().numTensors).toBe(before - 1);
  });

  it('frees its weights when it is disposed', async () => {
    const before = tf.memory().numTensors;
    const another = await load();
    expect(tf.memory().numTensors).toBeGreaterThan(before);
    tf.dispose(tf.tidy(() => ({ ...another.encode(toPixels(picture(1))) })));
    another.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});
