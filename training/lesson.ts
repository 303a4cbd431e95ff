/** The part of a step that one worker computes. */
export interface StepShard {
  /** The shared flat weight vector. */
  readonly weights: SharedArrayBuffer;
  /** Receives the gradient of the summed loss. */
  readonly gradient: SharedArrayBuffer;
  /** Differs from step to step and from worker to worker. */
  readonly seed: number;
  /** Share of the training that is done, in [0, 1). */
  readonly progress: number;
}

/** A loss in nats, summed over `terms` words or texts. */
export interface SummedLoss {
  readonly loss: number;
  readonly terms: number;
  /** Mean reward of what was drawn in self-critical training; the log has the first worker's. */
  readonly reward?: number;
}

/** What one look at dev returns. */
export interface DevScores {
  /** What decides which weights are the best, and when patience ends. */
  readonly score: number;
  readonly [score: string]: number;
}

/** What a run learns from, and how it is measured: all that the trainer knows of its task. */
export interface Lesson {
  /** Items that an epoch goes through: photos, sentences or texts. */
  readonly items: number;
  /** Computes the gradient of some items' loss. */
  gradient(items: readonly number[], shard: StepShard): Promise<SummedLoss>;
  /** Looks at dev. */
  evaluate(): Promise<DevScores>;
}
