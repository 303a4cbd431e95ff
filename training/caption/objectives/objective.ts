import type { DecoderConfig } from '../../../models/captioner/config';
import type { Lesson } from '../../lesson';
import type { WorkerPool } from '../../worker-pool';
import type { TrainOptions } from '../options';
import type { BatchTask, GradientTask } from '../worker';

/** What one worker gets of a step. */
export interface Share
  extends
    Pick<BatchTask, 'photos' | 'captions' | 'captionWeights'>,
    Pick<GradientTask, 'temperature'> {
  /** Mean reward of what was drawn. */
  readonly reward?: number;
}

/** What a training run learns from. */
export interface Objective {
  /** Items that an epoch goes through: photos, or sentences. */
  readonly items: number;
  /** Whether given captions are imitated: only then are there label smoothing and scheduled sampling. */
  readonly imitates: boolean;
  /**
   * What to compute the gradient of.
   * @param items some items of the step.
   * @param seed differs from step to step and from worker to worker.
   */
  share(items: readonly number[], seed: number): Promise<Share>;
}

/** The gradient of an objective, computed by the workers. */
export function learnBy(
  objective: Objective,
  task: {
    readonly config: DecoderConfig;
    readonly options: TrainOptions;
    readonly pool: WorkerPool<typeof import('../worker')>;
  },
): Pick<Lesson, 'items' | 'gradient'> {
  const { config, options, pool } = task;
  return {
    items: objective.items,
    async gradient(items, { progress, ...shard }) {
      const { reward, ...share } = await objective.share(items, shard.seed);
      const { loss, words } = await pool.run('gradient', {
        config,
        ...shard,
        ...share,
        dropout: dropoutOf(options),
        smoothing: objective.imitates ? options.smoothing : 0,
        ownWords: objective.imitates ? options.scheduledSampling * progress : 0,
      });
      return { loss, terms: words, reward };
    },
  };
}

function dropoutOf(options: TrainOptions): GradientTask['dropout'] {
  const { dropEmbedding, dropEvidence, dropReadout } = options;
  return { embedding: dropEmbedding, evidence: dropEvidence, readout: dropReadout };
}
