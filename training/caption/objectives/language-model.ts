import type { SharedDecoder } from '../dev';
import type { Objective } from './objective';

/** Sentences of a worker's task when the loss is measured. */
const CHUNK = 100;

/**
 * Text without photos: all sentences of a share are captions of one blank image, so that the
 * decoder learns words and grammar before it learns to look.
 * @param sentences word ids, special tokens not included.
 */
export function languageModel(sentences: readonly (readonly number[])[]): Objective {
  return {
    items: sentences.length,
    imitates: true,
    share: (items) =>
      Promise.resolve({ photos: [null], captions: [items.map((item) => sentences[item])] }),
  };
}

/** Loss of sentences, nats a word, without dropout or smoothing. */
export async function textLoss(
  { config, weights, pool }: Omit<SharedDecoder, 'vocabulary'>,
  sentences: readonly (readonly number[])[],
): Promise<number> {
  const starts = Array.from({ length: Math.ceil(sentences.length / CHUNK) }, (_, c) => c * CHUNK);
  const results = await Promise.all(
    starts.map((start) =>
      pool.run('evaluateLoss', {
        config,
        weights,
        photos: [null],
        captions: [sentences.slice(start, start + CHUNK)],
      }),
    ),
  );
  const total = results.reduce((sum, { loss }) => sum + loss, 0);
  return total / results.reduce((sum, { words }) => sum + words, 0);
}
