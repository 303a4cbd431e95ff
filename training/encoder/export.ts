import { Command, Option } from 'commander';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { encodeWeights } from '../../models/artefact/weights';
import {
  FEATURE_SIZE,
  GRID_NODE,
  GRID_SIZE,
  INPUT_SIZE,
  POOLED_NODE,
} from '../../models/encoder/nodes';
import { writeArtefact } from '../write-artefact';
import { allWeights, readLayersModel } from './layers-model';

const program = new Command('npm run export-encoder --')
  .description('Exports a MobileNetV2 1.0/224 layers model as an encoder artefact.')
  .requiredOption('--source <folder>', 'holds model.json and weights.bin of the layers model')
  .requiredOption('--out <folder>', 'folder of the artefact')
  .requiredOption('--about <file>', 'JSON: id, version, description, licence and, if any, training')
  .addOption(
    new Option('--storage <type>', 'how weights are stored')
      .choices(['float16', 'float32'])
      .default('float16'),
  )
  .parse();

const aboutSchema = z.object({
  id: z.string(),
  version: z.string(),
  description: z.string(),
  licence: z.string(),
  training: z.any().optional(),
});

const { source, out, about, storage } = program.opts<{
  source: string;
  out: string;
  about: string;
  storage: 'float16' | 'float32';
}>();
const graph = await readLayersModel(source);
const { specs, data } = encodeWeights(allWeights(graph), storage);
const model = {
  format: 'graph-model',
  modelTopology: graph.modelTopology,
  signature: graph.signature,
  weightsManifest: [{ paths: ['weights.bin'], weights: specs }],
};
await writeArtefact(
  out,
  {
    ...aboutSchema.parse(JSON.parse(await readFile(about, 'utf8'))),
    kind: 'encoder',
    architecture: 'mobilenet_v2',
    alpha: 1,
    inputSize: INPUT_SIZE,
    inputRange: [-1, 1],
    pooledNode: POOLED_NODE,
    gridNode: GRID_NODE,
    featureSize: FEATURE_SIZE,
    gridSize: GRID_SIZE,
    model: 'model.json',
  },
  { 'model.json': JSON.stringify(model), 'weights.bin': data },
);
