import './gradients';
import type { Captioner } from '../../models/captioner/captioner';
import { loadCaptioner } from '../../models/captioner/load';
import { toNegarError } from '../../models/errors';
import { loadMemory, type MemoryNetwork } from '../../models/memory/load';
import { traceMemory } from '../../models/memory/trace';
import type { TextClassifier } from '../../models/sequence/classifier';
import { loadClassifier, loadTagger, loadTranslator } from '../../models/sequence/load';
import type { Tagger } from '../../models/sequence/tagger';
import type { Translator } from '../../models/sequence/translator';
import type { LessonName, LessonNews, LessonRequest, Lessons } from '../_learn/protocol';
import { startBackend } from './backends';
import { fetchArtefact, fetchModel } from './model-files';
import { Once } from './once';
import { decodePhoto } from './photo';

/** The Web Worker of the lessons: it runs the project's models and tells what happens inside. */

type OnProgress = (loaded: number, total: number) => void;

const backend = new Once(() => startBackend('wasm'));

const captioner = new Once<Captioner, OnProgress>(async (onProgress) => {
  const { encoder, decoder } = await fetchModel(onProgress);
  return loadCaptioner(encoder, decoder);
});
const classifier = new Once<TextClassifier, OnProgress>(async (onProgress) =>
  loadClassifier(await fetchArtefact('/models/topic-ag-news', 'classifier', onProgress)),
);
const tagger = new Once<Tagger, OnProgress>(async (onProgress) =>
  loadTagger(await fetchArtefact('/models/tagger-ud-ewt', 'tagger', onProgress)),
);
const translator = new Once<Translator, OnProgress>(async (onProgress) =>
  loadTranslator(await fetchArtefact('/models/translator-en', 'translator', onProgress)),
);
const networks = new Once<MemoryNetwork[], OnProgress>(async (onProgress) =>
  loadMemory(await fetchArtefact('/models/memory-adding', 'memory', onProgress)),
);

const LESSONS: {
  [Name in LessonName]: (
    question: Lessons[Name]['question'],
    onProgress: OnProgress,
  ) => Promise<Lessons[Name]['answer']>;
} = {
  async caption({ photo, prefix }, onProgress) {
    const model = await captioner.get(onProgress);
    const { signal } = new AbortController();
    return model.inspect(await decodePhoto(photo, signal), { prefix });
  },
  topic: async (text, onProgress) => (await classifier.get(onProgress)).classify(text),
  tags: async (text, onProgress) => (await tagger.get(onProgress)).tag(text),
  translation: async ({ text, language }, onProgress) =>
    (await translator.get(onProgress)).inspect(text, language),
  async memory(input, onProgress) {
    const runs = [];
    for (const { config, isTrained, weights } of await networks.get(onProgress)) {
      const trace = await traceMemory(config, weights, input);
      runs.push({ cell: config.cell, isTrained, trace });
    }
    return runs;
  },
};

/** Settles when every question so far is answered. */
let turn: Promise<unknown> = Promise.resolve();

self.addEventListener('message', ({ data }: MessageEvent<LessonRequest>) => {
  const { id } = data;
  turn = turn
    .then(() => answer(data))
    .then(tell, (error: unknown) => {
      const { code, message } = toNegarError(error);
      tell({ id, kind: 'failed', code, message });
    });
});

async function answer({ id, lesson, question }: LessonRequest): Promise<LessonNews> {
  await backend.get();
  const teach = LESSONS[lesson] as (
    question: unknown,
    onProgress: OnProgress,
  ) => Promise<Lessons[LessonName]['answer']>;
  const onProgress = (loaded: number, total: number) =>
    tell({ id, kind: 'downloading', loaded, total });
  return { id, kind: 'answer', answer: await teach(question, onProgress) };
}

function tell(news: LessonNews): void {
  self.postMessage(news);
}
