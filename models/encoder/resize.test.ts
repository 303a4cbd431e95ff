import { describe, expect, it } from 'vitest';
import type { RgbImage } from '../image';
import { createRandom } from '../random';
import { resizeToSquare } from './resize';

/** An image whose three channels all hold `value(x, y)`. */
function grey(width: number, height: number, value: (x: number, y: number) => number): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    data.fill(value(i % width, Math.floor(i / width)), i * 3, i * 3 + 3);
  }
  return { width, height, data };
}

describe('resizeToSquare', () => {
  it('leaves an image of the right size as it is', () => {
    const random = createRandom(1);
    const image = grey(8, 8, () => Math.floor(256 * random()));
    expect([...resizeToSquare(image, 8)]).toEqual([...image.data]);
  });

  it('averages the covered area: 4x4 to 2x2', () => {
    const image = grey(4, 4, (x, y) => 10 * y + x);
    const means = [5.5, 7.5, 25.5, 27.5];
    expect([...resizeToSquare(image, 2)]).toEqual(means.flatMap((m) => [m, m, m]));
  });

  it('weighs pixels that two outputs share: 3 columns to 2', () => {
    const image = grey(3, 2, (x) => [30, 60, 90][x]);
    const [left, right] = [(30 + 0.5 * 60) / 1.5, (0.5 * 60 + 90) / 1.5];
    const result = resizeToSquare(image, 2);
    for (const row of [0, 1]) {
      expect(result[row * 6]).toBeCloseTo(left, 4);
      expect(result[row * 6 + 3]).toBeCloseTo(right, 4);
    }
  });

  it('interpolates with half-pixel centres when it enlarges: 2 to 4', () => {
    const result = resizeToSquare(
      grey(2, 2, (x) => 100 * x),
      4,
    );
    const row = [0, 25, 75, 100];
    expect([...result]).toEqual(
      Array.from({ length: 4 }, () => row.flatMap((v) => [v, v, v])).flat(),
    );
  });

  it('does not alias: a fine chequerboard becomes an even grey', () => {
    const result = resizeToSquare(
      grey(1792, 1344, (x, y) => 255 * ((x + y) % 2)),
      224,
    );
    expect(result.every((value) => Math.abs(value - 127.5) < 0.01)).toBe(true);
  });

  it.each([
    [1, 1],
    [1, 500],
    [20000, 10],
    [225, 223],
    [3000, 2000],
  ])('keeps a constant colour and the channel order: %i x %i', (width, height) => {
    const data = new Uint8Array(width * height * 3);
    for (let i = 0; i < data.length; i += 3) data.set([10, 100, 200], i);
    const result = resizeToSquare({ width, height, data }, 224);
    expect(result.length).toBe(224 * 224 * 3);
    for (let i = 0; i < result.length; i += 3) {
      const off = Math.max(...[10, 100, 200].map((v, c) => Math.abs(result[i + c] - v)));
      if (off >= 1e-3) expect.fail(`off by ${off} at ${i}`);
    }
  });
});
