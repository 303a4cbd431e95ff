import { join } from 'node:path';
import type { TextClassifier } from '../../models/sequence/classifier';
import { loadClassifier, loadTagger, loadTranslator } from '../../models/sequence/load';
import type { Tagger } from '../../models/sequence/tagger';
import type { Translator } from '../../models/sequence/translator';
import type { ModelSettings } from '../env';
import { folderSource } from './sources';

/** @throws {NegarError} ARTEFACT_MISSING, ARTEFACT_INVALID, ARTEFACT_DAMAGED. */
export function loadConfiguredClassifier(settings: ModelSettings): Promise<TextClassifier> {
  return loadClassifier(folderSource(join(settings.NEGAR_MODELS, 'topic-ag-news')));
}

/** @throws {NegarError} ARTEFACT_MISSING, ARTEFACT_INVALID, ARTEFACT_DAMAGED. */
export function loadConfiguredTagger(settings: ModelSettings): Promise<Tagger> {
  return loadTagger(folderSource(join(settings.NEGAR_MODELS, 'tagger-ud-ewt')));
}

/** @throws {NegarError} ARTEFACT_MISSING, ARTEFACT_INVALID, ARTEFACT_DAMAGED. */
export function loadConfiguredTranslator(settings: ModelSettings): Promise<Translator> {
  return loadTranslator(folderSource(join(settings.NEGAR_MODELS, 'translator-en')));
}
