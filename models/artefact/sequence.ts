import { classifierWeightSpecs } from '../sequence/classifier-network';
import type { Lexicon } from '../sequence/spelling';
import { taggerWeightSpecs } from '../sequence/tagger-network';
import type { Vocabulary } from '../text/vocabulary';
import type { ClassifierManifest, TaggerManifest } from './manifest';
import { readVocabulary, readWeights } from './parts';
import { readArtefact } from './read';
import type { ArtefactSource } from './source';
import type { NamedWeight } from './weights';

/** A text classifier that has been read and verified. */
export interface ClassifierArtefact {
  readonly manifest: ClassifierManifest;
  readonly weights: readonly NamedWeight[];
  readonly vocabulary: Vocabulary;
}

/** A tagger that has been read and verified. */
export interface TaggerArtefact {
  readonly manifest: TaggerManifest;
  readonly weights: readonly NamedWeight[];
  readonly lexicon: Lexicon;
}

/** @throws {NegarError} ARTEFACT_MISSING, ARTEFACT_INVALID, ARTEFACT_DAMAGED. */
export async function readClassifier(source: ArtefactSource): Promise<ClassifierArtefact> {
  const artefact = await readArtefact(source, 'classifier');
  const { manifest } = artefact;
  const { network, weights, vocabulary } = manifest;
  return {
    manifest,
    weights: readWeights(artefact, weights, classifierWeightSpecs(network)),
    vocabulary: readVocabulary(artefact, vocabulary, network.vocabularySize),
  };
}

/** @throws {NegarError} ARTEFACT_MISSING, ARTEFACT_INVALID, ARTEFACT_DAMAGED. */
export async function readTagger(source: ArtefactSource): Promise<TaggerArtefact> {
  const artefact = await readArtefact(source, 'tagger');
  const { manifest } = artefact;
  const { network, weights, vocabulary, characters } = manifest;
  return {
    manifest,
    weights: readWeights(artefact, weights, taggerWeightSpecs(network)),
    lexicon: {
      words: readVocabulary(artefact, vocabulary, network.vocabularySize),
      characters: readVocabulary(artefact, characters, network.characterCount),
    },
  };
}
