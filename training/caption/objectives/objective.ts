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
  /** Whether dropout, label smoothing and scheduled sampling are used. */
  readonly regularised: boolean;
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
        ...(objective.regularised ? regularisation(options, progress) : NO_REGULARISATION),
      });
      return { loss, terms: words, reward };
    },
  };
}

type Regularisation = Pick<GradientTask, 'dropout' | 'smoothing' | 'ownWords'>;

const NO_REGULARISATION: Regularisation = {
  dropout: { embedding: 0, evidence: 0, readout: 0 },
  smoothing: 0,
  ownWords: 0,
};

function regularisation(options: TrainOptions, progress: number): Regularisation {
  const { dropEmbedding, dropEvidence, dropReadout, smoothing, scheduledSampling } = options;
  return {
    dropout: { embedding: dropEmbedding, evidence: dropEvidence, readout: dropReadout },
    smoothing,
    ownWords: scheduledSampling * progress,
  };
}
