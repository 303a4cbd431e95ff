import * as tf from '@tensorflow/tfjs-core';
import type { io } from '@tensorflow/tfjs-core';
import { z } from 'zod';
import { decodeFloat16, encodeFloat16 } from './float16';
import type { Weights } from '../recurrent/cell';
import { pathSchema } from './manifest';
import type { Artefact } from './read';
import { invalidArtefact } from './source';

/** A weight by name. */
export interface NamedWeight {
  readonly name: string;
  readonly shape: readonly number[];
  /** Row-major. */
  readonly values: Float32Array | Int32Array;
}

/** Weights one after another, in tfjs' form. */
export interface EncodedWeights {
  readonly specs: io.WeightsManifestEntry[];
  /** Little-endian. */
  readonly data: Uint8Array<ArrayBuffer>;
}

const specSchema = z.object({
  name: z.string().min(1),
  shape: z.array(z.number().int().nonnegative()),
  dtype: z.enum(['float32', 'int32']),
  quantization: z.object({ dtype: z.literal('float16') }).optional(),
});

/** tfjs' weights manifest: groups of files, each with the weights that lie in them one after another. */
export const weightsManifestSchema = z
  .array(z.object({ paths: z.array(pathSchema).min(1), weights: z.array(specSchema) }))
  .min(1);

export type WeightsManifest = z.infer<typeof weightsManifestSchema>;

/** Tensors of named weights; the caller owns them. */
export function weightTensors(weights: readonly NamedWeight[]): Weights {
  const tensors = weights.map(({ name, shape, values }): [string, tf.Tensor] => [
    name,
    tf.tensor(values, [...shape]),
  ]);
  return Object.fromEntries(tensors);
}

/** @param storage of floats; integers are stored as they are. */
export function encodeWeights(
  weights: readonly NamedWeight[],
  storage: 'float16' | 'float32',
): EncodedWeights {
  const encoded = weights.map(({ name, shape, values }) => {
    const isInteger = values instanceof Int32Array;
    const isHalf = !isInteger && storage === 'float16';
    const stored = isHalf ? encodeFloat16(values) : values;
    const spec: io.WeightsManifestEntry = {
      name,
      shape: [...shape],
      dtype: isInteger ? 'int32' : 'float32',
      ...(isHalf && { quantization: { dtype: 'float16' } }),
    };
    return { spec, bytes: new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength) };
  });
  return {
    specs: encoded.map(({ spec }) => spec),
    data: concatenate(encoded.map(({ bytes }) => bytes)),
  };
}

/** Restores weights; float16 becomes float32. @param data exactly as long as the weights need. */
export function decodeWeights({ specs, data }: EncodedWeights): NamedWeight[] {
  let offset = 0;
  return specs.map((spec) => {
    const end = offset + byteLength(spec);
    const { buffer } = data.slice(offset, end);
    offset = end;
    return { name: spec.name, shape: spec.shape, values: valuesOf(spec, buffer) };
  });
}

function valuesOf({ dtype, quantization }: io.WeightsManifestEntry, buffer: ArrayBuffer) {
  if (dtype === 'int32') return new Int32Array(buffer);
  return quantization ? decodeFloat16(new Uint16Array(buffer)) : new Float32Array(buffer);
}

/** Bytes that a weight takes up. */
function byteLength({ shape, quantization }: io.WeightsManifestEntry): number {
  return shape.reduce((product, size) => product * size, quantization ? 2 : 4);
}

/**
 * Gathers the weights that a weights manifest lists.
 * @throws {NegarError} ARTEFACT_INVALID when the files do not hold exactly what the weights need.
 */
export function joinWeights(manifest: WeightsManifest, artefact: Artefact): EncodedWeights {
  const specs = manifest.flatMap(({ weights }) => weights);
  const paths = manifest.flatMap((group) => group.paths);
  const data = concatenate(paths.map((path) => artefact.file(path)));
  const needed = specs.reduce((total, spec) => total + byteLength(spec), 0);
  if (needed === data.length) return { specs, data };
  throw invalidArtefact(
    artefact.source,
    `the weights in "${paths.join('", "')}" need ${needed} bytes, but there are ${data.length}.`,
  );
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((total, { length }) => total + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
