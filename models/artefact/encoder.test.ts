import '@tensorflow/tfjs';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { memorySource, toJson, withManifest } from '../testing/tiny-artefact';
import { tinyEncoderFolder, tinyEncoderKernel } from '../testing/tiny-encoder';
import { readEncoder } from './encoder';
import { sha256 } from './hash';

const folder = await tinyEncoderFolder();

/** The tiny encoder with another file; its manifest lists the file as it is now. */
async function withFile(path: string, content: Uint8Array<ArrayBuffer>) {
  const { 'manifest.json': manifest, ...files } = folder;
  const { files: _, ...fields } = JSON.parse(new TextDecoder().decode(manifest));
  return withManifest({ ...files, [path]: content }, fields);
}

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe('readEncoder', () => {
  it('gives a handler that loadGraphModel reads, shards and float16 included', async () => {
    const before = tf.memory().numTensors;
    const { handler } = await readEncoder(memorySource(folder));
    const model = await loadGraphModel(handler);
    const white = tf.ones([1, 224, 224, 3]);
    const pooled = model.predict(white) as tf.Tensor;
    const kernel = tinyEncoderKernel();
    const expected = Array.from({ length: 1280 }, (_, i) =>
      Math.min(Math.max(kernel[i] + kernel[1280 + i] + kernel[2560 + i], 0), 6),
    );
    expect([...(await pooled.data())]).toEqual(expected);
    tf.dispose([white, pooled]);
    model.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('hashes the weights as one, however they are cut into files', async () => {
    const { weightsSha256 } = await readEncoder(memorySource(folder));
    const whole = Uint8Array.of(...folder['a.bin'], ...folder['b.bin']);
    expect(weightsSha256).toBe(await sha256(whole));
    const other = await readEncoder(memorySource(await tinyEncoderFolder(2)));
    expect(other.weightsSha256).not.toBe(weightsSha256);
  });

  it('refuses weight files that do not hold what the model needs', async () => {
    const source = memorySource(await withFile('a.bin', Uint8Array.of(1, 2)));
    await expect(readEncoder(source)).rejects.toMatchObject({
      code: 'ARTEFACT_INVALID',
      message: expect.stringContaining('"a.bin", "b.bin" need 7688 bytes, but there are 7'),
    });
  });

  it('refuses a model that is not a graph model', async () => {
    const source = memorySource(await withFile('model.json', toJson({ format: 'layers-model' })));
    await expect(readEncoder(source)).rejects.toMatchObject({
      code: 'ARTEFACT_INVALID',
      message: expect.stringContaining('"model.json" does not have the expected form'),
    });
  });
});
