import * as tf from '@tensorflow/tfjs-core';
import type { io } from '@tensorflow/tfjs-core';
import { z } from 'zod';
import { decodeFloat16, encodeFloat16 } from './float16';
import { decodeInt8, encodeInt8 } from './int8';
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
  quantization: z
    .union([
      z.object({ dtype: z.literal('float16') }),
      z.object({ dtype: z.literal('uint8'), scale: z.number().positive(), min: z.number() }),
    ])
    .optional(),
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

/** How floats are stored; integers are stored as they are. */
export type Storage = 'float32' | 'float16' | 'int8';

/**
 * @param storage of floats. In `int8` matrices have 256 evenly spaced values between their least and
 *   their greatest (Jacob et al. 2018), and the few other weights are float16.
 */
export function encodeWeights(weights: readonly NamedWeight[], storage: Storage): EncodedWeights {
  const encoded = weights.map(({ name, shape, values }) => {
    const { stored, ...form } = store(
      values,
      shape.length < 2 && storage === 'int8' ? 'float16' : storage,
    );
    return {
      spec: { name, shape: [...shape], ...form },
      bytes: new Uint8Array(stored.buffer, stored.byteOffset, stored.byteLength),
    };
  });
  return {
    specs: encoded.map(({ spec }) => spec),
    data: concatenate(encoded.map(({ bytes }) => bytes)),
  };
}

/** The numbers to write, and what a weights manifest says of them. */
function store(values: NamedWeight['values'], storage: Storage) {
  if (values instanceof Int32Array) return { stored: values, dtype: 'int32' as const };
  const dtype = 'float32' as const;
  if (storage === 'float32') return { stored: values, dtype };
  if (storage === 'float16') {
    return { stored: encodeFloat16(values), dtype, quantization: { dtype: storage } };
  }
  const { levels, scale, min } = encodeInt8(values);
  return { stored: levels, dtype, quantization: { dtype: 'uint8' as const, scale, min } };
}

/** Restores weights in float32. @param data exactly as long as the weights need. */
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
  if (!quantization) return new Float32Array(buffer);
  if (quantization.dtype === 'float16') return decodeFloat16(new Uint16Array(buffer));
  const { scale, min } = quantization as Required<typeof quantization>;
  return decodeInt8({ levels: new Uint8Array(buffer), scale, min });
}

const BYTES = { float32: 4, float16: 2, uint8: 1, uint16: 2 } as const;

/** Bytes that a weight takes up. */
function byteLength({ shape, quantization }: io.WeightsManifestEntry): number {
  return shape.reduce((product, size) => product * size, BYTES[quantization?.dtype ?? 'float32']);
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
