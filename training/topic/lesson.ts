import { classifierWords } from '../../models/sequence/classifier';
import type { ClassifierConfig } from '../../models/sequence/config';
import type { Vocabulary } from '../../models/text/vocabulary';
import type { LabelledText } from '../data/ag-news';
import type { Lesson } from '../lesson';
import type { WorkerPool } from '../worker-pool';
import type { TopicOptions } from './options';

/** Texts of a worker's task when dev or test is measured. */
const CHUNK = 100;

/** A classifier in shared memory, and the workers that run it. */
export interface SharedClassifier {
  readonly config: ClassifierConfig;
  readonly weights: SharedArrayBuffer;
  readonly vocabulary: Vocabulary;
  readonly pool: WorkerPool<typeof import('./worker')>;
}

/**
 * What a run learns topics from, and how it is measured on dev.
 * @param classifier what is measured.
 */
export function topicLesson(
  classifier: SharedClassifier,
  options: TopicOptions,
  { train, dev }: Record<'train' | 'dev', readonly LabelledText[]>,
): Lesson {
  const { config, vocabulary, pool } = classifier;
  const { dropEmbedding, dropPooled, dropWord, smoothing } = options;
  const texts = train.map(({ text }) => vocabulary.encode(classifierWords(text)));
  return {
    items: train.length,
    gradient: (items, { weights, gradient, seed }) =>
      pool.run('gradient', {
        config,
        weights,
        gradient,
        seed,
        texts: items.map((item) => texts[item]),
        labels: items.map((item) => train[item].label),
        dropout: { embedding: dropEmbedding, pooled: dropPooled },
        dropWord,
        smoothing,
      }),
    async evaluate() {
      const accuracy = await topicAccuracy(classifier, dev);
      return { accuracy, score: accuracy };
    },
  };
}

/** Percent of the texts whose most probable topic is the right one. */
export async function topicAccuracy(
  { config, weights, vocabulary, pool }: SharedClassifier,
  texts: readonly LabelledText[],
): Promise<number> {
  const starts = Array.from({ length: Math.ceil(texts.length / CHUNK) }, (_, c) => c * CHUNK);
  const labels = await Promise.all(
    starts.map((start) =>
      pool.run('classify', {
        config,
        weights,
        texts: texts
          .slice(start, start + CHUNK)
          .map(({ text }) => vocabulary.encode(classifierWords(text))),
      }),
    ),
  );
  const right = labels.flat().filter((label, i) => label === texts[i].label).length;
  return (100 * right) / texts.length;
}
