import * as tf from '@tensorflow/tfjs-core';
import { toFloat16 } from '../../models/artefact/float16';
import { type Encoder, loadEncoder, toPixels } from '../../models/encoder/encoder';
import { readLayersModel, toModelArtifacts } from '../encoder/layers-model';
import { useWasmBackend } from '../../server/inference/backend';
import sharp from 'sharp';

await useWasmBackend();

let encoder: Promise<Encoder> | undefined;

/** Encodes one photo. @returns half-precision bits of its grid. */
export async function extract(task: { encoder: string; jpeg: Uint8Array }): Promise<Uint16Array> {
  encoder ??= readLayersModel(task.encoder).then((g) =>
    loadEncoder(tf.io.fromMemory(toModelArtifacts(g))),
  );
  const { data, info } = await sharp(task.jpeg)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = toPixels({ width: info.width, height: info.height, data });
  const features = (await encoder).encode(pixels);
  const grid = await features.grid.data();
  tf.dispose([pixels, features.pooled, features.grid]);
  return Uint16Array.from(grid, toFloat16);
}
