import * as tf from '@tensorflow/tfjs-core';
import { readEncoder } from '../../models/artefact/encoder';
import { encodeFloat16 } from '../../models/artefact/float16';
import { type Encoder, loadEncoder, toPixels } from '../../models/encoder/encoder';
import { decodeImage } from '../../server/image/decode';
import { useWasmBackend } from '../../server/inference/backend';
import { folderSource } from '../../server/inference/sources';
import { viewOf } from './augment';

await useWasmBackend();

let loading: Promise<Encoder> | undefined;

/**
 * Encodes one photo.
 * @returns half-precision bits of its grid, [49 * 1280].
 */
export async function extract(task: {
  /** Folder of the encoder's artefact. */
  readonly encoder: string;
  readonly photo: Uint8Array;
  /** How the photo is looked at, and its place in the split: see `viewOf`. */
  readonly view: number;
  readonly place: number;
}): Promise<Uint16Array> {
  loading ??= readEncoder(folderSource(task.encoder)).then(({ handler }) => loadEncoder(handler));
  const encoder = await loading;
  const pixels = toPixels(await decodeImage(await viewOf(task.photo, task.view, task.place)));
  const features = encoder.encode(pixels);
  const grid = (await features.grid.data()) as Float32Array;
  tf.dispose([pixels, features.pooled, features.grid]);
  return encodeFloat16(grid);
}
