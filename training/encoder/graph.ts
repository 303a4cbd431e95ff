import type { io } from '@tensorflow/tfjs-core';
import { GRID_NODE, INPUT_SIZE, POOLED_NODE } from '../../models/encoder/nodes';

/** The parts of a tfjs layers-model description that the export reads. */
export interface LayersModel {
  modelTopology:
    { model_config: { config: { layers: Layer[] } } } | { config: { layers: Layer[] } };
  weightsManifest: { paths: string[]; weights: io.WeightsManifestEntry[] }[];
}

interface Layer {
  name: string;
  class_name: string;
  config: { strides?: [number, number]; max_value?: number };
  inbound_nodes: [string, number, number, object][][];
}

interface GraphNode {
  name: string;
  op: string;
  input?: string[];
  attr?: Record<string, object>;
}

const INPUT_NODE = 'images';
const POOL_AXES = 'pool_axes';

/**
 * Rewrites a MobileNetV2 layers model as the GraphDef that `@tensorflow-models/mobilenet` reads:
 * convolution, bias and activation become one fused node; logits are left out. The graph's only
 * signature output is the pooled vector.
 * @throws {Error} on a layer that MobileNetV2 does not have.
 */
export function toGraphTopology(model: LayersModel): {
  modelTopology: object;
  signature: object;
  weightNames: string[];
} {
  const { modelTopology } = model;
  const { layers } =
    'model_config' in modelTopology ? modelTopology.model_config.config : modelTopology.config;
  const specs = new Map(model.weightsManifest.flatMap((g) => g.weights).map((w) => [w.name, w]));
  const consumed = new Set(layers.flatMap((l) => (l.class_name === 'ReLU' ? inputsOf(l) : [])));
  const byName = new Map(layers.map((layer) => [layer.name, layer]));
  const weightNames: string[] = [];
  const nodes: GraphNode[] = [];

  for (const layer of layers) {
    if (consumed.has(layer.name)) continue;
    const fused = layer.class_name === 'ReLU';
    const source = fused ? byName.get(inputsOf(layer)[0])! : layer;
    const name = nodeName(layer.name);
    switch (source.class_name) {
      case 'InputLayer':
        nodes.push(placeholder());
        break;
      case 'Conv2D':
      case 'DepthwiseConv2D': {
        const depthwise = source.class_name === 'DepthwiseConv2D';
        const kernel = `${source.name}/${depthwise ? 'depthwise_kernel' : 'kernel'}`;
        const bias = `${source.name}/bias`;
        weightNames.push(kernel, bias);
        nodes.push(constant(kernel, specs.get(kernel)!), constant(bias, specs.get(bias)!));
        nodes.push({
          name,
          op: depthwise ? 'FusedDepthwiseConv2dNative' : '_FusedConv2D',
          input: [nodeName(inputsOf(source)[0]), kernel, bias],
          attr: convolutionAttributes(source, fused),
        });
        break;
      }
      case 'Add':
        nodes.push({ name, op: 'AddV2', input: inputsOf(source).map(nodeName), attr: floatType });
        break;
      case 'GlobalAveragePooling2D':
        nodes.push(poolAxes(), {
          name,
          op: 'Mean',
          input: [nodeName(inputsOf(source)[0]), POOL_AXES],
          attr: { ...floatType, keep_dims: { b: true }, Tidx: { type: 'DT_INT32' } },
        });
        break;
      case 'Dense':
        break;
      default:
        throw new Error(
          `Layer "${source.name}" is a ${source.class_name}, which MobileNetV2 does not have.`,
        );
    }
  }
  const tensorInfo = (name: string, shape: number[]) => ({
    name: `${name}:0`,
    dtype: 'DT_FLOAT',
    tensorShape: { dim: shape.map((size) => ({ size: String(size) })) },
  });
  return {
    modelTopology: { node: nodes, library: {}, versions: {} },
    signature: {
      inputs: { images: tensorInfo(INPUT_NODE, [-1, INPUT_SIZE, INPUT_SIZE, 3]) },
      outputs: { pooled: tensorInfo(POOLED_NODE, [-1, 1, 1, 1280]) },
    },
    weightNames,
  };
}

/** The weight that {@link toGraphTopology} adds: the axes that global pooling averages. */
export const poolAxesWeight = { name: POOL_AXES, values: Int32Array.of(1, 2) };

const floatType = { T: { type: 'DT_FLOAT' } };
const text = (value: string) => ({ s: btoa(value) });
const integers = (...values: number[]) => ({ list: { i: values.map(String) } });

function inputsOf(layer: Layer): string[] {
  return (layer.inbound_nodes[0] ?? []).map(([name]) => name);
}

function nodeName(layerName: string): string {
  if (layerName === 'input') return INPUT_NODE;
  if (layerName === 'Conv_1_relu6') return GRID_NODE;
  return layerName === 'global_pool' ? POOLED_NODE : layerName;
}

function placeholder(): GraphNode {
  const dim = [-1, INPUT_SIZE, INPUT_SIZE, 3].map((size) => ({ size: String(size) }));
  return {
    name: INPUT_NODE,
    op: 'Placeholder',
    attr: { dtype: { type: 'DT_FLOAT' }, shape: { shape: { dim } } },
  };
}

function constant(name: string, { shape }: io.WeightsManifestEntry): GraphNode {
  const tensorShape = { dim: shape.map((size) => ({ size: String(size) })) };
  return {
    name,
    op: 'Const',
    attr: {
      dtype: { type: 'DT_FLOAT' },
      value: { tensor: { dtype: 'DT_FLOAT', tensorShape } },
    },
  };
}

function poolAxes(): GraphNode {
  return {
    name: POOL_AXES,
    op: 'Const',
    attr: {
      dtype: { type: 'DT_INT32' },
      value: { tensor: { dtype: 'DT_INT32', tensorShape: { dim: [{ size: '2' }] } } },
    },
  };
}

function convolutionAttributes(layer: Layer, fused: boolean): Record<string, object> {
  const [height, width] = layer.config.strides ?? [1, 1];
  return {
    ...floatType,
    strides: integers(1, height, width, 1),
    dilations: integers(1, 1, 1, 1),
    padding: text('SAME'),
    data_format: text('NHWC'),
    num_args: { i: '1' },
    epsilon: { f: 0 },
    fused_ops: { list: { s: fused ? [btoa('BiasAdd'), btoa('Relu6')] : [btoa('BiasAdd')] } },
  };
}
