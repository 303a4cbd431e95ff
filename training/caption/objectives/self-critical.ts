import type { DecoderConfig } from '../../../models/captioner/config';
import { createCiderScorer } from '../../../models/metrics/cider';
import type { Vocabulary } from '../../../models/text/vocabulary';
import type { CaptionedPhoto } from '../../data/flickr8k';
import type { WorkerPool } from '../../worker-pool';
import type { Objective } from './objective';
import { learnSurprise } from './surprise';
import { lookAt } from './teacher-forcing';

/** Words after which a drawn caption is cut. */
const MAX_WORDS = 20;
/** Stands for the end in the reward; without it, captions learn to break off. */
const END_WORD = '<end>';

/**
 * Self-critical sequence training (Rennie et al. 2017): captions are drawn from the decoder, and
 * those that beat the mean CIDEr-D of the photo's other samples (Luo 2020) become likelier, the
 * others less so. What is improved is the distribution at a temperature: below 1 it leaves out the
 * long tail of words that label smoothing has made possible, whose noise would drown the reward.
 * Captions are drawn without dropout and learnt with it: without it, captions of other photos get
 * worse with every epoch.
 */
export function selfCritical(task: {
  readonly photos: readonly CaptionedPhoto[];
  readonly cachePaths: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly samples: number;
  /** Of the distribution that is drawn from and improved. */
  readonly temperature: number;
  /** What one nat a word of surprise without the photo adds to the reward; CIDEr-D is in [0, 10]. */
  readonly surprise: number;
  readonly config: DecoderConfig;
  /** The weights that the run trains. */
  readonly weights: SharedArrayBuffer;
  readonly pool: WorkerPool<typeof import('../worker')>;
}): Objective {
  const { photos, cachePaths, vocabulary, samples, temperature, surprise, config, weights, pool } =
    task;
  const end = (words: readonly string[]) => [...words, END_WORD];
  const scorer = createCiderScorer(photos.map(({ captions }) => captions.map(end)));
  const surpriseOf = learnSurprise(photos.flatMap(({ captions }) => captions));
  const rewardOf = (photo: number, words: readonly string[]) =>
    scorer.score(photo, end(words)) + surprise * surpriseOf(words);
  return {
    items: photos.length,
    imitates: false,
    async share(items, seed) {
      const refs = lookAt(items, cachePaths, seed);
      const captions = await pool.run('rollout', {
        config,
        weights,
        photos: refs,
        samples,
        maxWords: MAX_WORDS,
        temperature,
        seed,
      });
      const rewards = captions.map((drawn, i) =>
        drawn.map((ids) => rewardOf(items[i], vocabulary.decode(ids))),
      );
      const all = rewards.flat();
      return {
        photos: refs,
        captions,
        temperature,
        captionWeights: rewards.map(advantages),
        reward: all.reduce((sum, reward) => sum + reward, 0) / all.length,
      };
    },
  };
}

/** How far each reward lies above the mean of the others. */
export function advantages(rewards: readonly number[]): number[] {
  const total = rewards.reduce((sum, reward) => sum + reward, 0);
  return rewards.map((reward) => reward - (total - reward) / (rewards.length - 1));
}
