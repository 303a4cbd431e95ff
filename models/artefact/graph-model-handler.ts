import { io } from '@tensorflow/tfjs-core';
import { z } from 'zod';
import type { Artefact } from './read';
import { parseJson } from './source';
import { type EncodedWeights, joinWeights, weightsManifestSchema } from './weights';

const graphModelSchema = z.object({
  format: z.literal('graph-model'),
  modelTopology: z.looseObject({}),
  signature: z.looseObject({}).optional(),
  weightsManifest: weightsManifestSchema,
});

/**
 * A handler that gives `loadGraphModel` the graph model of an artefact.
 * @param path the graph model's `model.json`.
 * @throws {NegarError} ARTEFACT_INVALID when it is not a graph model or its weights do not fit.
 */
export function graphModelHandler(
  artefact: Artefact,
  path: string,
): { handler: io.IOHandler; weights: EncodedWeights } {
  const model = parseJson(graphModelSchema, artefact.file(path), path, artefact.source);
  const weights = joinWeights(model.weightsManifest, artefact);
  const artifacts = io.getModelArtifactsForJSONSync(model, weights.specs, weights.data.buffer);
  return { handler: io.fromMemory(artifacts), weights };
}
