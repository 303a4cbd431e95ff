import type { DecoderConfig } from '../../models/captioner/config';
import type { Hypothesis } from '../../models/generate/hypothesis';
import { type CaptionScores, evaluateCaptions } from '../../models/metrics/evaluate';
import type { Vocabulary } from '../../models/text/vocabulary';
import type { CaptionedPhoto } from '../data/flickr8k';
import type { WorkerPool } from '../worker-pool';
import type { BeamSettings, CaptionTask, FeatureRef } from './worker';

/** Photos of a worker's task: few enough to keep all workers busy to the end. */
const CHUNK = 25;

/** A split to caption, with its features on disk. */
export interface EvaluationSet {
  readonly photos: readonly CaptionedPhoto[];
  readonly cachePath: string;
}

/** A decoder in shared memory, and the workers that run it. */
export interface SharedDecoder {
  readonly config: DecoderConfig;
  readonly weights: SharedArrayBuffer;
  readonly vocabulary: Vocabulary;
  readonly detector?: CaptionTask['detector'];
  readonly pool: WorkerPool<typeof import('./worker')>;
}

/** Teacher-forced loss of a split, nats a word, without dropout or smoothing. */
export async function splitLoss(
  { config, weights, vocabulary, pool }: SharedDecoder,
  { photos, cachePath }: EvaluationSet,
): Promise<number> {
  const results = await Promise.all(
    chunks(photos.length).map((places) =>
      pool.run('evaluateLoss', {
        config,
        weights,
        photos: refs(cachePath, places),
        captions: places.map((place) => photos[place].captions.map((c) => vocabulary.encode(c))),
      }),
    ),
  );
  const total = results.reduce((sum, { loss }) => sum + loss, 0);
  return total / results.reduce((sum, { words }) => sum + words, 0);
}

/** Captions every photo of a split. @returns for each photo its hypotheses, the best first. */
export async function captionSplit(
  { config, weights, detector, pool }: SharedDecoder,
  { photos, cachePath }: EvaluationSet,
  beam: BeamSettings,
): Promise<Hypothesis[][]> {
  const parts = await Promise.all(
    chunks(photos.length).map((places) =>
      pool.run('caption', { config, weights, detector, photos: refs(cachePath, places), beam }),
    ),
  );
  return parts.flat();
}

/** Scores of the first hypothesis of each photo against its captions. */
export function scoreHypotheses(
  vocabulary: Vocabulary,
  photos: readonly CaptionedPhoto[],
  hypotheses: readonly Hypothesis[][],
): CaptionScores {
  return evaluateCaptions(
    photos.map(({ captions }, i) => ({
      hypothesis: vocabulary.decode(hypotheses[i][0].tokens),
      references: captions,
    })),
  );
}

const refs = (cachePath: string, places: readonly number[]): FeatureRef[] =>
  places.map((place) => ({ cachePath, place }));

function chunks(length: number): number[][] {
  return Array.from({ length: Math.ceil(length / CHUNK) }, (_, c) =>
    Array.from({ length: Math.min(CHUNK, length - c * CHUNK) }, (_place, i) => c * CHUNK + i),
  );
}
