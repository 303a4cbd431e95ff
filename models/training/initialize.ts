import type { Random } from '../random';
import type { WeightSpec } from '../recurrent/cell';
import { type WeightLayout, weightView } from './weight-vector';

/** Starting values of every weight as a flat vector. */
export function initializeWeights(layout: WeightLayout, random: Random): Float32Array {
  const vector = new Float32Array(layout.length);
  layout.specs.forEach((spec, index) => fill(spec, weightView(layout, vector, index), random));
  return vector;
}

function fill({ initializer, shape }: WeightSpec, values: Float32Array, random: Random): void {
  switch (initializer) {
    case 'zeros':
      return;
    case 'forget-gate': {
      const units = shape[0] / 4;
      values.fill(1, units, 2 * units);
      return;
    }
    case 'embedding':
      return fillUniform(values, 0.1, random);
    case 'glorot':
      return fillUniform(values, Math.sqrt(6 / (shape[0] + shape[1])), random);
    case 'orthogonal':
      return fillOrthogonal(values, shape[0], shape[1] / shape[0], random);
  }
}

function fillUniform(values: Float32Array, limit: number, random: Random): void {
  for (let i = 0; i < values.length; i++) values[i] = (2 * random() - 1) * limit;
}

/** `blocks` orthogonal matrices side by side (Saxe et al. 2014), by Gram-Schmidt on Gaussian rows. */
function fillOrthogonal(values: Float32Array, size: number, blocks: number, random: Random): void {
  for (let block = 0; block < blocks; block++) {
    const rows: Float64Array[] = [];
    while (rows.length < size) {
      const row = Float64Array.from({ length: size }, () => gaussian(random));
      for (const other of rows) {
        let dot = 0;
        for (let i = 0; i < size; i++) dot += row[i] * other[i];
        for (let i = 0; i < size; i++) row[i] -= dot * other[i];
      }
      const norm = Math.hypot(...row);
      rows.push(row.map((value) => value / norm));
    }
    rows.forEach((row, r) => values.set(row, r * size * blocks + block * size));
  }
}

/** A standard normal number (Box & Muller 1958). */
function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
