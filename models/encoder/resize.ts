import type { RgbImage } from '../image';

/** For one output position: the first source position and the weights of it and its successors (sum 1). */
interface Window {
  readonly start: number;
  readonly weights: readonly number[];
}

/**
 * Squashes an image to `size` x `size`, ignoring the aspect ratio as the training photos did.
 * Shrinking averages the covered area, so that large photos do not alias, and sharpens what averaging
 * blurs; enlarging is bilinear with half-pixel centres. An image of the right size is returned
 * unchanged.
 * @returns interleaved RGB, length `size * size * 3`, values in [0, 255], not rounded.
 */
export function resizeToSquare(image: RgbImage, size: number): Float32Array {
  const { width, height, data } = image;
  if (width === size && height === size) return Float32Array.from(data);
  const squashed = squash(image, size);
  const wide = sharpen(squashed, size, 3, sharpness(width, size));
  const result = sharpen(wide, size, size * 3, sharpness(height, size));
  return result.map((value) => Math.min(Math.max(value, 0), 255));
}

function squash({ width, height, data }: RgbImage, size: number): Float32Array {
  const columns = windows(width, size);
  const rows = windows(height, size);
  const narrow = new Float32Array(size * 3);
  const result = new Float32Array(size * size * 3);
  let narrowRow = -1;
  for (let y = 0; y < size; y++) {
    const { start, weights } = rows[y];
    for (let k = 0; k < weights.length; k++) {
      if (narrowRow !== start + k) {
        narrowRow = start + k;
        resizeRow(data, narrowRow * width * 3, columns, narrow);
      }
      const weight = weights[k];
      const offset = y * size * 3;
      for (let i = 0; i < narrow.length; i++) result[offset + i] += weight * narrow[i];
    }
  }
  return result;
}

function resizeRow(
  data: RgbImage['data'],
  offset: number,
  columns: readonly Window[],
  target: Float32Array,
): void {
  for (let x = 0; x < columns.length; x++) {
    const { start, weights } = columns[x];
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let k = 0, i = offset + start * 3; k < weights.length; k++, i += 3) {
      const weight = weights[k];
      red += weight * data[i];
      green += weight * data[i + 1];
      blue += weight * data[i + 2];
    }
    target[x * 3] = red;
    target[x * 3 + 1] = green;
    target[x * 3 + 2] = blue;
  }
}

function windows(from: number, to: number): Window[] {
  const scale = from / to;
  return Array.from({ length: to }, (_, i) =>
    scale > 1 ? areaWindow(i * scale, (i + 1) * scale, from) : linearWindow(i, scale, from),
  );
}

function areaWindow(left: number, right: number, from: number): Window {
  const start = Math.floor(left);
  const end = Math.min(Math.ceil(right - 1e-9), from);
  const weights: number[] = [];
  for (let p = start; p < end; p++) {
    weights.push((Math.min(p + 1, right) - Math.max(p, left)) / (right - left));
  }
  return { start, weights };
}

function linearWindow(i: number, scale: number, from: number): Window {
  const centre = Math.min(Math.max((i + 0.5) * scale - 0.5, 0), from - 1);
  const start = Math.min(Math.floor(centre), Math.max(from - 2, 0));
  const fraction = centre - start;
  return from === 1 ? { start: 0, weights: [1] } : { start, weights: [1 - fraction, fraction] };
}

/**
 * Taps of the sharpening filter at the distances 1 to 4. Enlarging a picture by cubic interpolation
 * (Keys 1981) and averaging it back convolves it with (-5/384, 3/32, 161/192, 3/32, -5/384); this is
 * the inverse, so that a photo gives the same features at every size that it is stored in
 * (consistent sampling, Unser & Aldroubi 1994).
 */
const SIDE_TAPS = [-0.1413, 0.0344, -0.0056, 0.0009];

/**
 * How much averaging blurs, in [0, 1): the variance of `from / to` adjoining pixels, over that of a
 * continuous area as wide.
 */
function sharpness(from: number, to: number): number {
  return from > to ? 1 - (to / from) ** 2 : 0;
}

/** Sharpens along the axis whose neighbours are `stride` values apart; the border's pixels repeat. */
function sharpen(
  values: Float32Array,
  size: number,
  stride: number,
  strength: number,
): Float32Array {
  if (strength === 0) return values;
  return values.map((value, i) => {
    const place = Math.floor(i / stride) % size;
    let change = 0;
    for (let k = 1; k <= SIDE_TAPS.length; k++) {
      const before = values[i - Math.min(k, place) * stride];
      const after = values[i + Math.min(k, size - 1 - place) * stride];
      change += SIDE_TAPS[k - 1] * (before + after - 2 * value);
    }
    return value + strength * change;
  });
}
