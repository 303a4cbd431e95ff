import type { BatchTask, GradientTask } from '../worker';

/** What one worker gets of a step. */
export interface Share
  extends
    Pick<BatchTask, 'photos' | 'captions' | 'captionWeights'>,
    Pick<GradientTask, 'temperature'> {
  /** Mean reward of what was drawn; the log has the first worker's. */
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
