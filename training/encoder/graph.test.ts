import * as tfl from '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadEncoder } from '../../models/encoder/encoder';
import { useWasmBackend } from '../../server/inference/backend';
import { dataFolder, skipAloud } from '../data-folder';
import { readLayersModel, toModelArtifacts } from './layers-model';

beforeAll(useWasmBackend);

/** A small network with every kind of layer that MobileNetV2 has, under MobileNetV2's layer names. */
function smallNetwork(): tfl.LayersModel {
  const { layers } = tfl;
  const random = (seed: number) => tfl.initializers.randomNormal({ stddev: 0.3, seed });
  const relu6 = (name: string) => layers.reLU({ maxValue: 6, name });
  const convolution = (name: string, filters: number, kernelSize: number, strides = 1) =>
    layers.conv2d({
      name,
      filters,
      kernelSize,
      strides,
      padding: 'same',
      kernelInitializer: random(filters),
      biasInitializer: random(filters + 1),
    });
  const input = tfl.input({ shape: [224, 224, 3], name: 'input' });
  let x = convolution('Conv', 8, 3, 2).apply(input) as tfl.SymbolicTensor;
  x = relu6('Conv_relu6').apply(x) as tfl.SymbolicTensor;
  const depthwise = layers.depthwiseConv2d({
    name: 'expanded_conv_depthwise',
    kernelSize: 3,
    strides: 2,
    padding: 'same',
    depthwiseInitializer: random(3),
    biasInitializer: random(4),
  });
  const wide = relu6('expanded_conv_depthwise_relu6').apply(depthwise.apply(x));
  const shortcut = convolution('expanded_conv_project', 8, 1).apply(wide);
  const deeper = convolution('expanded_conv_1_project', 8, 1, 1).apply(shortcut);
  const sum = layers
    .add({ name: 'expanded_conv_1_add' })
    .apply([shortcut as tfl.SymbolicTensor, deeper as tfl.SymbolicTensor]);
  let top = convolution('Conv_0', 16, 3, 8).apply(sum) as tfl.SymbolicTensor;
  top = convolution('Conv_1', 1280, 1).apply(top) as tfl.SymbolicTensor;
  const grid = relu6('Conv_1_relu6').apply(top) as tfl.SymbolicTensor;
  const pooled = layers.globalAveragePooling2d({ name: 'global_pool' }).apply(grid);
  return tfl.model({ inputs: input, outputs: pooled as tfl.SymbolicTensor });
}

async function saveToFolder(model: tfl.LayersModel): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'negar-encoder-'));
  await model.save(
    tf.io.withSaveHandler(async ({ modelTopology, weightSpecs, weightData }) => {
      const weightsManifest = [{ paths: ['weights.bin'], weights: weightSpecs }];
      await writeFile(
        join(folder, 'model.json'),
        JSON.stringify({ modelTopology, weightsManifest }),
      );
      await writeFile(join(folder, 'weights.bin'), new Uint8Array(weightData as ArrayBuffer));
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: 'JSON' } };
    }),
  );
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
