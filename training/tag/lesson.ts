import { createRandom } from '../../models/random';
import type { TaggerConfig } from '../../models/sequence/config';
import { identify, type Lexicon } from '../../models/sequence/spelling';
import type { TaggedSentence } from '../data/ud-ewt';
import type { Lesson } from '../lesson';
import type { WorkerPool } from '../worker-pool';
import type { TagOptions } from './options';

/** Sentences of a worker's task when dev or test is measured. */
const CHUNK = 100;

/** A tagger in shared memory, and the workers that run it. */
export interface SharedTagger {
  readonly config: TaggerConfig;
  readonly weights: SharedArrayBuffer;
  readonly lexicon: Lexicon;
  readonly pool: WorkerPool<typeof import('./worker')>;
}

/**
 * What a run learns tagging from, and how it is measured on dev.
 * @param tagger what is measured.
 */
export function tagLesson(
  tagger: SharedTagger,
  options: TagOptions,
  { train, dev }: Record<'train' | 'dev', readonly TaggedSentence[]>,
): Lesson {
  const { config, lexicon, pool } = tagger;
  const { dropInput, dropHidden, dropWord, lowerCase, smoothing } = options;
  const asWritten = train.map(({ words }) => words.map((word) => identify(word, lexicon)));
  const inLowerCase = train.map(({ words }) =>
    words.map((word) => identify(word.toLowerCase(), lexicon)),
  );
  return {
    items: train.length,
    gradient(items, { weights, gradient, seed }) {
      const random = createRandom(seed);
      return pool.run('gradient', {
        config,
        weights,
        gradient,
        seed,
        sentences: items.map((item) => (random() < lowerCase ? inLowerCase : asWritten)[item]),
        tags: items.flatMap((item) => train[item].tags),
        dropout: { word: dropInput, hidden: dropHidden },
        dropWord,
        smoothing,
      });
    },
    async evaluate() {
      const accuracy = await tagAccuracy(tagger, dev);
      return { accuracy, score: accuracy };
    },
  };
}

/** Percent of the words that get the right tag. */
export async function tagAccuracy(
  { config, weights, lexicon, pool }: SharedTagger,
  sentences: readonly TaggedSentence[],
): Promise<number> {
  const starts = Array.from({ length: Math.ceil(sentences.length / CHUNK) }, (_, c) => c * CHUNK);
  const found = await Promise.all(
    starts.map((start) =>
      pool.run('tag', {
        config,
        weights,
        sentences: sentences
          .slice(start, start + CHUNK)
          .map(({ words }) => words.map((word) => identify(word, lexicon))),
      }),
    ),
  );
  const tags = sentences.flatMap((sentence) => sentence.tags);
  const right = found.flat().filter((tag, i) => tag === tags[i]).length;
  return (100 * right) / tags.length;
}
