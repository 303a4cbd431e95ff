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

/** Largest difference between a result and what it should be; infinite where a length differs. */
function largestError(actual: Float32Array, expected: readonly number[]): number {
  if (actual.length !== expected.length) return Infinity;
  return Math.max(...expected.map((value, i) => Math.abs(actual[i] - value)));
}

/** Cubic convolution (Keys 1981) between samples at whole places; the outermost ones repeat. */
function cubic(samples: readonly number[], place: number): number {
  const first = Math.floor(place);
  const t = place - first;
  const [a, b, c, d] = [-1, 0, 1, 2].map(
    (k) => samples[Math.min(Math.max(first + k, 0), samples.length - 1)],
  );
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

describe('resizeToSquare', () => {
  it('leaves an image of the right size as it is', () => {
    const random = createRandom(1);
    const image = grey(8, 8, () => Math.floor(256 * random()));
    expect([...resizeToSquare(image, 8)]).toEqual([...image.data]);
  });

  it('averages the covered area, then sharpens: 4x4 to 2x2', () => {
    const image = grey(4, 4, (x, y) => 10 * y + x);
    // A neighbour that differs by d moves a mean by 0.1116 d away from it, times 1 - (2/4)^2.
    const [across, down] = [2, 20].map((d) => 0.1116 * 0.75 * d);
    const means = [
      5.5 - across - down,
      7.5 + across - down,
      25.5 - across + down,
      27.5 + across + down,
    ];
    const expected = means.flatMap((m) => [m, m, m]);
    expect(largestError(resizeToSquare(image, 2), expected)).toBeLessThan(1e-3);
  });

  it('weighs pixels that two outputs share: 3 columns to 2', () => {
    const image = grey(3, 2, (x) => [30, 60, 90][x]);
    const [left, right] = [(30 + 0.5 * 60) / 1.5, (0.5 * 60 + 90) / 1.5];
    const change = 0.1116 * (1 - (2 / 3) ** 2) * (right - left);
    const row = [left - change, right + change].flatMap((v) => [v, v, v]);
    expect(largestError(resizeToSquare(image, 2), [...row, ...row])).toBeLessThan(1e-3);
  });

  it('gives back a picture that was enlarged by cubic interpolation, to 1.5 levels', () => {
    const random = createRandom(2);
    const small = Array.from({ length: 16 }, () =>
      Array.from({ length: 16 }, () => Math.round(64 + 128 * random())),
    );
    const tall = Array.from({ length: 160 }, (_, y) =>
      small[0].map((_value, x) =>
        cubic(
          small.map((row) => row[x]),
          (y + 0.5) / 10 - 0.5,
        ),
      ),
    );
    const large = grey(240, 160, (x, y) => Math.round(cubic(tall[y], (x + 0.5) / 15 - 0.5)));
    const expected = small.flat().flatMap((v) => [v, v, v]);
    expect(largestError(resizeToSquare(large, 16), expected)).toBeLessThan(1.5);
  });

  it('stays in [0, 255] at hard edges', () => {
    const result = resizeToSquare(
      grey(64, 64, (x, y) => (x < 32 === y < 32 ? 255 : 0)),
      8,
    );
    expect(Math.min(...result)).toBe(0);
    expect(Math.max(...result)).toBe(255);
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
