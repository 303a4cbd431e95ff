import { END, START } from '../text/vocabulary';
import { type AttentionQueries, groupQueries } from './attention-queries';

/** The captions of one image as word ids, special tokens not included. */
export type CaptionSet = readonly (readonly number[])[];

/**
 * Captions of several images, packed without padding: words lie step by step, and within a step
 * captions lie longest first, so that those still running are always the first rows.
 */
export interface CaptionBatch {
  readonly images: number;
  /** Captions altogether. */
  readonly rows: number;
  /** Image of each caption, [rows]. */
  readonly imageOfRow: Int32Array;
  /** Captions that are still running at each step, [steps]. */
  readonly activeRows: readonly number[];
  /** Words fed to the decoder, [words]. */
  readonly inputs: Int32Array;
  /** Words to predict, [words]. */
  readonly targets: Int32Array;
  /** How much each word counts in the loss, [words]; null when all count 1. */
  readonly wordWeights: Float32Array | null;
  /** The words as queries of their images. */
  readonly queries: AttentionQueries;
}

/**
 * Packs the captions of some images for teacher forcing: inputs start with <start>, targets end with
 * <end>.
 * @param weights how much each caption counts in the loss, of any sign; by default all count 1.
 */
export function packCaptions(
  captionSets: readonly CaptionSet[],
  weights?: readonly (readonly number[])[],
): CaptionBatch {
  const rows = captionSets
    .flatMap((captions, image) =>
      captions.map((words, i) => ({
        image,
        words: [START, ...words, END],
        weight: weights?.[image][i] ?? 1,
      })),
    )
    .sort((a, b) => b.words.length - a.words.length || a.image - b.image);
  const steps = rows.length ? rows[0].words.length - 1 : 0;
  const activeRows: number[] = [];
  const inputs: number[] = [];
  const targets: number[] = [];
  const imageOfWord: number[] = [];
  const wordWeights: number[] = [];
  for (let t = 0; t < steps; t++) {
    const active = rows.filter(({ words }) => words.length - 1 > t);
    activeRows.push(active.length);
    for (const { image, words, weight } of active) {
      inputs.push(words[t]);
      targets.push(words[t + 1]);
      imageOfWord.push(image);
      wordWeights.push(weight);
    }
  }
  return {
    images: captionSets.length,
    rows: rows.length,
    imageOfRow: Int32Array.from(rows, ({ image }) => image),
    activeRows,
    inputs: Int32Array.from(inputs),
    targets: Int32Array.from(targets),
    wordWeights: weights ? Float32Array.from(wordWeights) : null,
    queries: groupQueries(imageOfWord, captionSets.length),
  };
}
