import { decodeFloat16, encodeFloat16 } from '../models/artefact/float16';
import { encodeWeights, type NamedWeight, type Storage } from '../models/artefact/weights';
import { type WeightLayout, weightView } from '../models/training/weight-vector';

/** Weights as they will be once they are released, in float16's precision. */
export function releasedWeights(vector: Float32Array): SharedArrayBuffer {
  return sharedVector(decodeFloat16(encodeFloat16(vector)));
}

/** The weights of an artefact, for training workers. */
export function sharedWeights(weights: readonly NamedWeight[]): SharedArrayBuffer {
  return sharedVector(Float32Array.from(weights.flatMap(({ values }) => [...values])));
}

/**
 * The files of an artefact that hold its weights.
 * @param name of the files, without `.json` and `.bin`.
 */
export function weightFiles(
  layout: WeightLayout,
  vector: Float32Array,
  { storage = 'float16', name = 'weights' }: { storage?: Storage; name?: string } = {},
) {
  const named = layout.specs.map((spec, index) => ({
    name: spec.name,
    shape: spec.shape,
    values: weightView(layout, vector, index),
  }));
  const { specs, data } = encodeWeights(named, storage);
  return {
    [`${name}.json`]: JSON.stringify([{ paths: [`${name}.bin`], weights: specs }]),
    [`${name}.bin`]: data,
  };
}

/** A weight vector in memory that workers share. */
export function sharedVector(vector: Float32Array): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(vector.byteLength);
  new Float32Array(buffer).set(vector);
  return buffer;
}
