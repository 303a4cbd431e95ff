import type { RgbImage } from '../image';

/** For one output position: the first source position and the weights of it and its successors (sum 1). */
interface Window {
  readonly start: number;
  readonly weights: readonly number[];
}

/**
 * Squashes an image to `size` x `size`, ignoring the aspect ratio as the training photos did.
 * Shrinking averages the covered area, so that large photos do not alias; enlarging is bilinear
 * with half-pixel centres. An image of the right size is returned unchanged.
 * @returns interleaved RGB, length `size * size * 3`, values in [0, 255], not rounded.
 */
export function resizeToSquare(image: RgbImage, size: number): Float32Array {
  const { width, height, data } = image;
  if (width === size && height === size) return Float32Array.from(data);
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
