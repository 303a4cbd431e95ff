import { readClassifier, readTagger, readTranslator } from '../artefact/sequence';
import type { ArtefactSource } from '../artefact/source';
import { weightTensors } from '../artefact/weights';
import { TextClassifier } from './classifier';
import { Tagger } from './tagger';
import { Translator } from './translator';

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

/** @throws {NegarError} ARTEFACT_MISSING, ARTEFACT_INVALID, ARTEFACT_DAMAGED. */
export async function loadTranslator(source: ArtefactSource): Promise<Translator> {
  const { manifest, weights, subwords, languages } = await readTranslator(source);
  const { id, version, network: config, generation: search } = manifest;
  const model = { id, version, config, weights: weightTensors(weights) };
  return new Translator({ ...model, subwords, languages, search });
}
