import * as tfl from '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadEncoder } from '../../models/encoder/encoder';
import { useWasmBackend } from '../../server/inference/backend';
import { dataFolder, skipAloud } from '../data-folder';
import { saveLayersModel, smallNetwork } from '../smoke/network';
import { readLayersModel, toModelArtifacts } from './layers-model';

beforeAll(useWasmBackend);

async function saveToFolder(model: tfl.LayersModel): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'negar-encoder-'));
  await saveLayersModel(model, folder);
  return folder;
}

/** Largest difference between the exported graph and the layers model, for grid and pooled vector. */
async function compare(layersModel: tfl.LayersModel, folder: string) {
  const twoOutputs = tfl.model({
    inputs: layersModel.inputs,
    outputs: ['Conv_1_relu6', 'global_pool'].map(
      (name) => layersModel.getLayer(name).output as tfl.SymbolicTensor,
    ),
  });
  const encoder = await loadEncoder(
    tf.io.fromMemory(toModelArtifacts(await readLayersModel(folder))),
  );
  const pixels = tf.randomUniform<tf.Rank.R4>([1, 224, 224, 3], 0, 255, 'float32', 11);
  const actual = encoder.encode(pixels);
  const expected = twoOutputs.predict(tf.sub(tf.div(pixels, 127.5), 1)) as tf.Tensor[];
  const difference = async (a: tf.Tensor, b: tf.Tensor) =>
    (await tf.max(tf.abs(tf.sub(tf.reshape(a, [-1]), tf.reshape(b, [-1])))).data())[0];
  return {
    grid: await difference(actual.grid, expected[0]),
    pooled: await difference(actual.pooled, expected[1]),
    largest: (await tf.max(actual.grid).data())[0],
  };
}

describe('an exported encoder', () => {
  it('computes what the layers model computes, to 1e-4', async () => {
    const model = smallNetwork();
    const { grid, pooled, largest } = await compare(model, await saveToFolder(model));
    expect(largest).toBeGreaterThan(0.5);
    expect(grid).toBeLessThan(1e-4);
    expect(pooled).toBeLessThan(1e-4);
  });

  it('computes what the public checkpoint computes layer by layer, to 1e-4', async () => {
    const data = dataFolder();
    if (!data) return skipAloud('parity with the public MobileNetV2 checkpoint');
    const folder = join(data, 'mobilenet_v2_1.0_224');
    const { modelTopology, weightsManifest } = JSON.parse(
      await readFile(join(folder, 'model.json'), 'utf8'),
    );
    const bytes = await readFile(join(folder, 'weights.bin'));
    const model = await tfl.loadLayersModel(
      tf.io.fromMemory({
        modelTopology,
        weightSpecs: weightsManifest[0].weights,
        weightData: new Uint8Array(bytes).buffer,
      }),
    );
    const { grid, pooled, largest } = await compare(model, folder);
    expect(largest).toBe(6);
    expect(grid).toBeLessThan(1e-4);
    expect(pooled).toBeLessThan(1e-4);
  });
});
