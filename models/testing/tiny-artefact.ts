import { describeFile, MANIFEST_PATH } from '../artefact/manifest';
import type { ArtefactSource } from '../artefact/source';
import { encodeWeights, type NamedWeight } from '../artefact/weights';
import { weightView } from '../training/weight-vector';
import { tinyConfig, tinyWeights } from './tiny-decoder';

/** Content of an artefact's folder by path. */
export type Folder = Record<string, Uint8Array<ArrayBuffer>>;

/** Reads a folder in memory; a path that is not there is an error, as on a disk. */
export function memorySource(folder: Folder, name = 'models/tiny'): ArtefactSource {
  return {
    name,
    read: async (path) => {
      if (folder[path]) return folder[path];
      throw new Error(`ENOENT: no such file "${path}"`);
    },
  };
}

export const toJson = (value: unknown): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(JSON.stringify(value), (character) => character.charCodeAt(0));

/** Adds a manifest that lists every file of the folder. */
export async function withManifest(folder: Folder, fields: object): Promise<Folder> {
  const files = await Promise.all(
    Object.entries(folder).map(([path, content]) => describeFile(path, content)),
  );
  const common = {
    format: 'negar-artefact/1',
    version: '1.0.0',
    description: 'A tiny model for tests.',
    licence: 'MIT',
    files,
  };
  return { ...folder, [MANIFEST_PATH]: toJson({ ...common, ...fields }) };
}

/** A graph model that adds a float16 weight to its input, in the encoder's artefact form. */
export function tinyEncoderFolder(bias: readonly number[] = [1, 2, 3]): Promise<Folder> {
  const { specs, data } = encodeWeights(
    [{ name: 'bias', shape: [bias.length], values: Float32Array.from(bias) }],
    'float16',
  );
  const float = { dtype: { type: 'DT_FLOAT' } };
  const nodes = [
    { name: 'images', op: 'Placeholder', attr: float },
    { name: 'bias', op: 'Const', attr: float },
    { name: 'sum', op: 'AddV2', input: ['images', 'bias'], attr: { T: float.dtype } },
  ];
  const tensor = { dtype: 'DT_FLOAT', tensorShape: { dim: [{ size: String(bias.length) }] } };
  const model = {
    format: 'graph-model',
    modelTopology: { node: nodes, library: {}, versions: {} },
    signature: {
      inputs: { images: { name: 'images:0', ...tensor } },
      outputs: { sum: { name: 'sum:0', ...tensor } },
    },
    weightsManifest: [{ paths: ['a.bin', 'b.bin'], weights: specs }],
  };
  const folder = { 'model.json': toJson(model), 'a.bin': data.slice(0, 1), 'b.bin': data.slice(1) };
  return withManifest(folder, {
    kind: 'encoder',
    id: 'tiny-encoder',
    architecture: 'mobilenet_v2',
    alpha: 1,
    inputSize: 224,
    inputRange: [-1, 1],
    pooledNode: 'module_apply_default/MobilenetV2/Logits/AvgPool',
    gridNode: 'module_apply_default/MobilenetV2/Conv_1/Relu6',
    featureSize: 1280,
    gridSize: 7,
    model: 'model.json',
  });
}

/** The weights of the tiny decoder by name. */
export function tinyNamedWeights(): NamedWeight[] {
  const { layout, vector } = tinyWeights(tinyConfig());
  return layout.specs.map(({ name, shape }, i) => ({
    name,
    shape,
    values: weightView(layout, vector, i),
  }));
}

/** Fields of a captioner's manifest that pins an encoder; the weights are in `decoder.json`. */
export function tinyCaptionerFields(encoderSha256: string) {
  const scores = { bleu1: 60, bleu2: 40, bleu3: 25, bleu4: 17, rougeL: 45, cider: 42 };
  return {
    kind: 'captioner',
    id: 'tiny-captioner',
    decoder: tinyConfig(),
    weights: 'decoder.json',
    vocabulary: 'vocabulary.json',
    encoder: { id: 'tiny-encoder', sha256: encoderSha256 },
    training: {
      commit: '0123abc',
      seed: 1,
      data: 'none',
      device: 'none',
      minutes: 0.5,
      epochs: 3,
      options: { cell: 'lstm', dropout: { embedding: 0.3 } },
    },
    scores: { dev: { ...scores, beamWidth: 3, lengthPenalty: 0.7 } },
    confidence: { knots: [{ score: -1, probability: 0.5 }], hedgeBelow: 0.3 },
    generation: { beamWidth: 3, lengthPenalty: 0.7, minWords: 5, maxWords: 20 },
  };
}

/** A captioner's artefact with the tiny decoder in float16. */
export function tinyCaptionerFolder(encoderSha256: string): Promise<Folder> {
  const { specs, data } = encodeWeights(tinyNamedWeights(), 'float16');
  const words = ['<pad>', '<start>', '<end>', '<unk>', 'a', 'dog', 'runs', 'on', 'grass'];
  const folder = {
    'decoder.json': toJson([{ paths: ['decoder.bin'], weights: specs }]),
    'decoder.bin': data,
    'vocabulary.json': toJson(words),
  };
  return withManifest(folder, tinyCaptionerFields(encoderSha256));
}
