import type { BatchTask } from '../worker';

/** What one worker gets of a step. */
export type Share = Pick<BatchTask, 'photos' | 'captions' | 'captionWeights'>;

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
