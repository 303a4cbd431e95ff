import type { TextClassifier } from '../../models/sequence/classifier';
import { keywordsOf } from '../../models/sequence/keywords';
import { loadClassifier, loadTagger, loadTranslator } from '../../models/sequence/load';
import type { Tagger } from '../../models/sequence/tagger';
import type { Translator } from '../../models/sequence/translator';
import type { TextResults, TextTask } from '../_lib/private/protocol';
import { fetchArtefact } from './model-files';
import { Once } from './once';

type OnProgress = (loaded: number, total: number) => void;

/** The models of texts, each loaded when it is first needed; a load that fails is tried again. */
const models = {
  topic: new Once<TextClassifier, OnProgress>(async (onProgress) =>
    loadClassifier(await fetchArtefact('/models/topic-ag-news', 'classifier', onProgress)),
  ),
  tag: new Once<Tagger, OnProgress>(async (onProgress) =>
    loadTagger(await fetchArtefact('/models/tagger-ud-ewt', 'tagger', onProgress)),
  ),
  translate: new Once<Translator, OnProgress>(async (onProgress) =>
    loadTranslator(await fetchArtefact('/models/translator-en', 'translator', onProgress)),
  ),
};

/**
 * Reads a text as the server does.
 * @param onProgress is told the bytes of the model that are there, and all there will be, if the model
 *   has to be loaded first.
 */
export async function readText(
  task: TextTask,
  text: string,
  signal: AbortSignal,
  onProgress: OnProgress,
): Promise<TextResults[TextTask['name']]> {
  if (task.name === 'topic') return (await models.topic.get(onProgress)).classify(text);
  if (task.name === 'translate') {
    const translator = await models.translate.get(onProgress);
    return translator.translate(text, task.languages, { signal });
  }
  const tagged = await (await models.tag.get(onProgress)).tag(text, { signal });
  return { ...tagged, keywords: keywordsOf(tagged.words) };
}
