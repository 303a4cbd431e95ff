import { encodeWeights } from '../artefact/weights';
import {
  FEATURE_SIZE,
  GRID_CELLS,
  GRID_NODE,
  GRID_SIZE,
  INPUT_SIZE,
  POOLED_NODE,
} from '../encoder/nodes';
import { type Folder, toJson, withManifest } from './tiny-artefact';

/**
 * Weights of the tiny encoder, [3, 1280]: quarters in [-1.25, 1.25], which float16 holds exactly.
 * @param seed different seeds give different weights.
 */
export function tinyEncoderKernel(seed = 1): Float32Array {
  return Float32Array.from(
    { length: 3 * FEATURE_SIZE },
    (_, i) => (((7 * i + seed * Math.floor(i / FEATURE_SIZE)) % 11) - 5) / 4,
  );
}

/**
 * The artefact of an encoder with MobileNetV2's nodes and shapes, whose features are the mean colours
 * of the grid's cells times {@link tinyEncoderKernel}, cut to [0, 6].
 */
export function tinyEncoderFolder(seed = 1): Promise<Folder> {
  const { specs, data } = encodeWeights(
    [
      { name: 'kernel', shape: [1, 1, 3, FEATURE_SIZE], values: tinyEncoderKernel(seed) },
      { name: 'axes', shape: [2], values: Int32Array.of(1, 2) },
    ],
    'float16',
  );
  const model = {
    format: 'graph-model',
    modelTopology: { node: nodes(), library: {}, versions: {} },
    signature: {
      inputs: { images: tensor('images', [1, INPUT_SIZE, INPUT_SIZE, 3]) },
      outputs: { pooled: tensor(POOLED_NODE, [1, 1, 1, FEATURE_SIZE]) },
    },
    weightsManifest: [{ paths: ['a.bin', 'b.bin'], weights: specs }],
  };
  const files = {
    'model.json': toJson(model),
    'a.bin': data.slice(0, -5),
    'b.bin': data.slice(-5),
  };
  return withManifest(files, {
    kind: 'encoder',
    id: 'tiny-encoder',
    architecture: 'mobilenet_v2',
    alpha: 1,
    inputSize: INPUT_SIZE,
    inputRange: [-1, 1],
    pooledNode: POOLED_NODE,
    gridNode: GRID_NODE,
    featureSize: FEATURE_SIZE,
    gridSize: GRID_SIZE,
    model: 'model.json',
  });
}

/** What the decoder's configuration must say to fit the tiny encoder, and the shipped ones. */
export const ENCODER_FEATURES = { featureSize: FEATURE_SIZE, gridCells: GRID_CELLS };

/** Texts in base64, as graph models hold them. */
const VALID = 'VkFMSUQ=';
const NHWC = 'TkhXQw==';

function nodes(): object[] {
  const float = { T: { type: 'DT_FLOAT' } };
  const integers = (...values: number[]) => ({ list: { i: values.map(String) } });
  const cell = INPUT_SIZE / GRID_SIZE;
  const layout = { padding: { s: VALID }, data_format: { s: NHWC } };
  return [
    { name: 'images', op: 'Placeholder', attr: { dtype: { type: 'DT_FLOAT' } } },
    { name: 'kernel', op: 'Const', attr: { dtype: { type: 'DT_FLOAT' } } },
    { name: 'axes', op: 'Const', attr: { dtype: { type: 'DT_INT32' } } },
    {
      name: 'colours',
      op: 'AvgPool',
      input: ['images'],
      attr: {
        ...float,
        ...layout,
        ksize: integers(1, cell, cell, 1),
        strides: integers(1, cell, cell, 1),
      },
    },
    {
      name: 'features',
      op: 'Conv2D',
      input: ['colours', 'kernel'],
      attr: { ...float, ...layout, strides: integers(1, 1, 1, 1), dilations: integers(1, 1, 1, 1) },
    },
    { name: GRID_NODE, op: 'Relu6', input: ['features'], attr: float },
    {
      name: POOLED_NODE,
      op: 'Mean',
      input: [GRID_NODE, 'axes'],
      attr: { ...float, keep_dims: { b: true } },
    },
  ];
}

function tensor(name: string, shape: readonly number[]): object {
  const dim = shape.map((size) => ({ size: String(size) }));
  return { name: `${name}:0`, dtype: 'DT_FLOAT', tensorShape: { dim } };
}
