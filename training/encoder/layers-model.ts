import type { io } from '@tensorflow/tfjs-core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeWeights, type NamedWeight } from '../../models/artefact/weights';
import { type LayersModel, poolAxesWeight, toGraphTopology } from './graph';

/** An encoder as a graph model whose weights are still float32. */
export interface EncoderGraph {
  readonly modelTopology: object;
  readonly signature: object;
  readonly weights: readonly NamedWeight[];
}

/**
 * Reads a MobileNetV2 layers model (`model.json`, float32 `weights.bin`) and rewrites it as a graph.
 * @param folder holds `model.json` and the files that it names.
 */
export async function readLayersModel(folder: string): Promise<EncoderGraph> {
  const model = JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')) as LayersModel;
  const { modelTopology, signature, weightNames } = toGraphTopology(model);
  const wanted = new Set(weightNames);
  const weights: NamedWeight[] = [];
  for (const group of model.weightsManifest) {
    const parts = await Promise.all(group.paths.map((path) => readFile(join(folder, path))));
    const bytes = Buffer.concat(parts);
    let offset = 0;
    for (const { name, shape } of group.weights) {
      const length = shape.reduce((product, size) => product * size, 1);
      if (wanted.has(name)) {
        const values = new Float32Array(length);
        for (let i = 0; i < length; i++) values[i] = bytes.readFloatLE(offset + i * 4);
        weights.push({ name, shape, values });
      }
      offset += length * 4;
    }
  }
  return { modelTopology, signature, weights };
}

/** Every weight of the graph: the layers' and the axes that global pooling averages. */
export function allWeights({ weights }: EncoderGraph): NamedWeight[] {
  return [...weights, { ...poolAxesWeight, shape: [2] }];
}

/** The graph in the form that `tf.io.fromMemory` takes, float32. */
export function toModelArtifacts(graph: EncoderGraph): io.ModelArtifacts {
  const { specs, data } = encodeWeights(allWeights(graph), 'float32');
  return {
    modelTopology: graph.modelTopology,
    signature: graph.signature,
    format: 'graph-model',
    weightSpecs: specs,
    weightData: data.buffer,
  };
}
