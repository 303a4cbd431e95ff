import { keywordsOf } from '../../models/sequence/keywords';
import { loadClassifier, loadTagger, loadTranslator } from '../../models/sequence/load';
import type { TextResults, TextTask } from '../_lib/private/protocol';
import { fetchArtefact } from './model-files';

const ignore = () => undefined;

/** The models of texts, each loaded when it is first needed; a load that fails is tried again. */
const models = {
  topic: lazily(async () =>
    loadClassifier(await fetchArtefact('/models/topic-ag-news', 'classifier', ignore)),
  ),
  tag: lazily(async () =>
    loadTagger(await fetchArtefact('/models/tagger-ud-ewt', 'tagger', ignore)),
  ),
  translate: lazily(async () =>
    loadTranslator(await fetchArtefact('/models/translator-en', 'translator', ignore)),
  ),
};

/** Reads a text as the server does. */
export async function readText(
  task: TextTask,
  text: string,
  signal: AbortSignal,
): Promise<TextResults[TextTask['name']]> {
  if (task.name === 'topic') return (await models.topic()).classify(text);
  if (task.name === 'translate') {
    return (await models.translate()).translate(text, task.languages, { signal });
  }
  const tagged = await (await models.tag()).tag(text, { signal });
  return { ...tagged, keywords: keywordsOf(tagged.words) };
}

function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}
