import * as tfl from '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A small network of seeded random weights with every kind of layer that MobileNetV2 has, under
 * MobileNetV2's layer names.
 */
export function smallNetwork(): tfl.LayersModel {
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
  let top = convolution('Conv_0', 16, 8, 8).apply(sum) as tfl.SymbolicTensor;
  top = convolution('Conv_1', 1280, 1).apply(top) as tfl.SymbolicTensor;
  const grid = relu6('Conv_1_relu6').apply(top) as tfl.SymbolicTensor;
  const pooled = layers.globalAveragePooling2d({ name: 'global_pool' }).apply(grid);
  return tfl.model({ inputs: input, outputs: pooled as tfl.SymbolicTensor });
}

/** Writes a layers model as `model.json` and `weights.bin`. */
export async function saveLayersModel(model: tfl.LayersModel, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
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
}
