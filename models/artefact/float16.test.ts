import { describe, expect, it } from 'vitest';
import { createRandom } from '../random';
import { decodeFloat16, encodeFloat16, fromFloat16, toFloat16 } from './float16';

/** Values of IEEE 754-2008 binary16, from its definition. */
const golden: [bits: number, value: number][] = [
  [0x0000, 0],
  [0x0001, 2 ** -24],
  [0x0002, 2 ** -23],
  [0x03ff, 1023 * 2 ** -24],
  [0x0400, 2 ** -14],
  [0x3555, 0.333251953125],
  [0x3c00, 1],
  [0x3c01, 1 + 2 ** -10],
  [0x4248, 3.140625],
  [0x4400, 4],
  [0x7bff, 65504],
  [0x7c00, Infinity],
  [0x8000, -0],
  [0x8001, -(2 ** -24)],
  [0xc000, -2],
  [0xfbff, -65504],
  [0xfc00, -Infinity],
];

/** Numbers between two halves, and the bits that rounding to nearest, ties to even, gives. */
const rounded: [value: number, bits: number][] = [
  [1 + 2 ** -11, 0x3c00],
  [1 + 3 * 2 ** -11, 0x3c02],
  [1 + 2 ** -11 + 2 ** -20, 0x3c01],
  [2 - 2 ** -12, 0x4000],
  [2 ** -25, 0x0000],
  [2 ** -25 + 2 ** -40, 0x0001],
  [3 * 2 ** -25, 0x0002],
  [5 * 2 ** -25, 0x0002],
  [2 ** -26, 0x0000],
  [-(2 ** -26), 0x8000],
  [1023.5 * 2 ** -24, 0x0400],
  [65519.99609375, 0x7bff],
  [65520, 0x7c00],
  [1e30, 0x7c00],
  [1e-45, 0x0000],
];

describe('float16', () => {
  it.each(golden)('%i stands for %f', (bits, value) => {
    expect(fromFloat16(bits)).toBe(value);
    expect(toFloat16(value)).toBe(bits);
  });

  it.each(rounded)('%f rounds to %i', (value, bits) => {
    expect(toFloat16(value)).toBe(bits);
  });

  it('keeps NaN', () => {
    expect(fromFloat16(toFloat16(NaN))).toBeNaN();
  });

  it('gives back each of the 65,536 bit patterns', () => {
    const all = Uint16Array.from({ length: 65536 }, (_, bits) => bits);
    const isNaNPattern = (bits: number) => (bits & 0x7c00) === 0x7c00 && (bits & 0x3ff) > 0;
    const numbers = all.filter((bits) => !isNaNPattern(bits));
    expect(encodeFloat16(decodeFloat16(numbers))).toEqual(numbers);
    expect(decodeFloat16(all.filter(isNaNPattern)).every(Number.isNaN)).toBe(true);
  });

  it('is never further away than half the distance between neighbours', () => {
    const random = createRandom(2);
    for (let i = 0; i < 20000; i++) {
      const value = Math.fround((random() - 0.5) * 2 ** (Math.floor(random() * 40) - 24));
      const step = 2 ** Math.max(Math.floor(Math.log2(Math.abs(value))) - 10, -24);
      expect(Math.abs(fromFloat16(toFloat16(value)) - value)).toBeLessThanOrEqual(step / 2);
    }
  });
});
