import { expect, it } from 'vitest';
import { decodeInt8, encodeInt8 } from './int8';

it('keeps both ends and takes the nearest level between them', () => {
  const encoded = encodeInt8(Float32Array.of(-1, 0.001, 1.55, 0.006));
  expect(encoded.scale).toBeCloseTo(0.01, 8);
  expect([...encoded.levels]).toEqual([0, 100, 255, 101]);
  const decoded = decodeInt8(encoded);
  expect(decoded[0]).toBe(-1);
  expect(decoded[2]).toBeCloseTo(1.55, 6);
});

it('keeps numbers that are all the same', () => {
  expect(decodeInt8(encodeInt8(Float32Array.of(0.5, 0.5)))).toEqual(Float32Array.of(0.5, 0.5));
});
