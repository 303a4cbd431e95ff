import { readClassifier, readTagger } from '../artefact/sequence';
import type { ArtefactSource } from '../artefact/source';
import { weightTensors } from '../artefact/weights';
import { TextClassifier } from './classifier';
import { Tagger } from './tagger';

/** @throws {NegarError} ARTEFACT_MISSING, ARTEFACT_INVALID, ARTEFACT_DAMAGED. */
export async function loadClassifier(source: ArtefactSource): Promise<TextClassifier> {
  const { manifest, weights, vocabulary } = await readClassifier(source);
  const { id, version, network: config } = manifest;
  return new TextClassifier({ id, version, config, weights: weightTensors(weights), vocabulary });
}

/** @throws {NegarError} ARTEFACT_MISSING, ARTEFACT_INVALID, ARTEFACT_DAMAGED. */
export async function loadTagger(source: ArtefactSource): Promise<Tagger> {
  const { manifest, weights, lexicon } = await readTagger(source);
  const { id, version, network: config } = manifest;
  return new Tagger({ id, version, config, weights: weightTensors(weights), lexicon });
}
