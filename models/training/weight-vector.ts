import * as tf from '@tensorflow/tfjs-core';
import type { Weights, WeightSpec } from '../recurrent/cell';

/** How named weights lie one after another in a flat vector. */
export interface WeightLayout {
  readonly specs: readonly WeightSpec[];
  /** Start of each weight in the vector. */
  readonly offsets: readonly number[];
  /** Values altogether. */
  readonly length: number;
}

const sizeOf = (shape: readonly number[]) => shape.reduce((product, size) => product * size, 1);

export function layOut(specs: readonly WeightSpec[]): WeightLayout {
  const offsets: number[] = [];
  let length = 0;
  for (const spec of specs) {
    offsets.push(length);
    length += sizeOf(spec.shape);
  }
  return { specs, offsets, length };
}

/** The part of the vector that holds weight number `index`; a view, not a copy. */
export function weightView(
  layout: WeightLayout,
  vector: Float32Array,
  index: number,
): Float32Array {
  const start = layout.offsets[index];
  return vector.subarray(start, start + sizeOf(layout.specs[index].shape));
}

/** Tensors of every weight, copied from the vector; the caller owns them. */
export function toTensors(layout: WeightLayout, vector: Float32Array): Weights {
  const named = layout.specs.map(({ name, shape }, index): [string, tf.Tensor] => [
    name,
    tf.tensor(weightView(layout, vector, index), [...shape]),
  ]);
  return Object.fromEntries(named);
}
