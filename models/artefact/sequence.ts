import { z } from 'zod';
import { classifierWeightSpecs } from '../sequence/classifier-network';
import type { Lexicon } from '../sequence/spelling';
import { markOf, TARGETS } from '../sequence/languages';
import { taggerWeightSpecs } from '../sequence/tagger-network';
import type { TranslatorModel } from '../sequence/translator';
import { translatorWeightSpecs } from '../sequence/translator-network';
import { Subwords } from '../text/subwords';
import type { Vocabulary } from '../text/vocabulary';
import type { ClassifierManifest, TaggerManifest, TranslatorManifest } from './manifest';
import { readVocabulary, readWeights } from './parts';
import { readArtefact } from './read';
import { type ArtefactSource, parseJson } from './source';
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

/** A translator that has been read and verified. */
export interface TranslatorArtefact extends Pick<TranslatorModel, 'subwords' | 'languages'> {
  readonly manifest: TranslatorManifest;
  readonly weights: readonly NamedWeight[];
}

const outputsSchema = z.record(z.enum(TARGETS), z.array(z.number().int().nonnegative()));

/** @throws {NegarError} ARTEFACT_MISSING, ARTEFACT_INVALID, ARTEFACT_DAMAGED. */
export async function readTranslator(source: ArtefactSource): Promise<TranslatorArtefact> {
  const artefact = await readArtefact(source, 'translator');
  const { manifest } = artefact;
  const { network, weights, vocabulary, outputs } = manifest;
  const pieces = readVocabulary(artefact, vocabulary, network.vocabularySize);
  const written = parseJson(outputsSchema, artefact.file(outputs), outputs, source);
  return {
    manifest,
    weights: readWeights(artefact, weights, translatorWeightSpecs(network)),
    subwords: new Subwords(pieces),
    languages: network.languages.map((language) => ({
      language,
      mark: pieces.encode([markOf(language)])[0],
      pieces: written[language],
    })),
  };
}
