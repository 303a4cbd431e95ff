import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DecoderConfig } from '../../models/captioner/config';
import { decoderWeightSpecs } from '../../models/captioner/decoder';
import { createRandom, shuffle } from '../../models/random';
import { Adam } from '../../models/training/adam';
import { initializeWeights } from '../../models/training/initialize';
import { cosineSchedule } from '../../models/training/schedule';
import { layOut } from '../../models/training/weight-vector';
import { startProgress } from '../../cli/progress';
import type { WorkerPool } from '../worker-pool';
import { Checkpoint, type RunState } from './checkpoint';
import type { Objective } from './objectives/objective';
import type { TrainOptions } from './options';

type Pool = WorkerPool<typeof import('./worker')>;

/** What one look at dev returns. */
export interface DevScores {
  /** What decides which weights are the best, and when patience ends. */
  readonly score: number;
  readonly [score: string]: number;
}

/** A training run of the caption decoder: Adam, a cosine schedule, early stopping. */
export class Trainer {
  /** What is trained. */
  readonly weights: SharedArrayBuffer;
  /** What is measured and kept: the weights' moving average, or the weights themselves. */
  readonly kept: SharedArrayBuffer;
  private readonly values: Float32Array;
  private readonly averaged: Float32Array | undefined;
  private readonly adam: Adam;
  private readonly gradients: SharedArrayBuffer[];
  private state: RunState = { step: 0, best: null, seconds: 0 };
  private totalSteps = 0;
  private stopRequested = false;

  constructor(
    private readonly config: DecoderConfig,
    private readonly options: TrainOptions,
    private readonly checkpoint: Checkpoint,
    private readonly pool: Pool,
    private readonly workers: number,
  ) {
    const { length } = layOut(decoderWeightSpecs(config));
    this.weights = new SharedArrayBuffer(length * 4);
    this.values = new Float32Array(this.weights);
    this.kept = options.ema > 0 ? new SharedArrayBuffer(length * 4) : this.weights;
    this.averaged = options.ema > 0 ? new Float32Array(this.kept) : undefined;
    this.adam = new Adam(length);
    this.gradients = Array.from({ length: workers }, () => new SharedArrayBuffer(length * 4));
  }

  /**
   * Goes on where the run's checkpoint stands, or starts it.
   * @param start weights of another run to begin from, in the same layout.
   */
  async prepare(start?: Float32Array): Promise<void> {
    const state = await this.checkpoint.restore(this.values, this.adam, this.averaged);
    if (state) {
      this.state = state;
      return;
    }
    const layout = layOut(decoderWeightSpecs(this.config));
    this.values.set(start ?? initializeWeights(layout, createRandom(this.options.seed)));
    this.averaged?.set(this.values);
  }

  /** Asks the run to save a checkpoint after the current step and stop. */
  stop(): void {
    this.stopRequested = true;
  }

  /** Trains to the last epoch, to the end of patience, or until asked to stop. */
  async run(objective: Objective, evaluate: () => Promise<DevScores>): Promise<RunState> {
    const { epochs, patience, batch } = this.options;
    const stepsPerEpoch = Math.ceil(objective.items / batch);
    this.totalSteps = epochs * stepsPerEpoch;
    const epochsDone = () => Math.floor(this.state.step / stepsPerEpoch);
    while (epochsDone() < epochs && epochsDone() - (this.state.best?.epoch ?? 0) < patience) {
      const finished = await this.runEpoch(objective, epochsDone(), stepsPerEpoch);
      if (!finished) break;
      const scores = await evaluate();
      const epoch = epochsDone();
      if (scores.score > (this.state.best?.score ?? -Infinity)) {
        this.state.best = { score: scores.score, epoch };
        await this.checkpoint.saveBest(new Float32Array(this.kept));
      }
      await this.save();
      await this.log({ epoch, ...scores, seconds: this.state.seconds });
    }
    return this.state;
  }

  /**
   * Trains to the end of the current epoch or until asked to stop. The epoch's last step is saved
   * only after dev was looked at, so that no look is missed when the run is interrupted there.
   * @returns whether the epoch is finished.
   */
  private async runEpoch(
    objective: Objective,
    epoch: number,
    stepsPerEpoch: number,
  ): Promise<boolean> {
    const { batch, seed, epochs, learningRate, warmup } = this.options;
    const order = shuffle(
      Array.from({ length: objective.items }, (_, item) => item),
      createRandom(seed * 1000 + epoch),
    );
    const rate = cosineSchedule(learningRate, warmup, this.totalSteps);
    const done = this.state.step - epoch * stepsPerEpoch;
    const progress = startProgress(`epoch ${epoch + 1}/${epochs}`, stepsPerEpoch, done);
    try {
      for (let i = done; i < stepsPerEpoch && !this.stopRequested; i++) {
        const started = performance.now();
        const { loss, words, ...others } = await this.step(
          objective,
          order.slice(i * batch, (i + 1) * batch),
          rate(this.state.step),
        );
        const seconds = (performance.now() - started) / 1000;
        this.state.step++;
        this.state.seconds += seconds;
        const perWord = loss / words;
        progress.advance(1, `loss ${perWord.toFixed(3)} | ${Math.round(words / seconds)} tokens/s`);
        if (this.state.step % 10 === 0)
          await this.log({ step: this.state.step, loss: perWord, ...others });
        if (this.state.step % 100 === 0 && i + 1 < stepsPerEpoch) await this.save();
      }
    } finally {
      progress.stop();
    }
    const finished = this.state.step >= (epoch + 1) * stepsPerEpoch;
    if (!finished) await this.save();
    return finished;
  }

  /** One update from the mean gradient over the words of a batch, computed by all workers. */
  private async step(objective: Objective, items: number[], learningRate: number) {
    const gradients = this.gradients.slice(0, items.length);
    const shares = await Promise.all(
      gradients.map((_, w) => {
        const shard = items.filter((_item, i) => i % gradients.length === w);
        return objective.share(shard, this.seed(w));
      }),
    );
    const results = await Promise.all(
      gradients.map((gradient, w) =>
        this.pool.run('gradient', {
          config: this.config,
          weights: this.weights,
          gradient,
          ...shares[w],
          ...this.regularisation(objective),
          seed: this.seed(w),
        }),
      ),
    );
    const words = results.reduce((sum, r) => sum + r.words, 0);
    const loss = results.reduce((sum, r) => sum + r.loss, 0);
    const [total, ...others] = gradients.map((buffer) => new Float32Array(buffer));
    for (let i = 0; i < total.length; i++) {
      let sum = total[i];
      for (const other of others) sum += other[i];
      total[i] = sum / words;
    }
    const norm = this.adam.update(this.values, total, learningRate);
    this.average();
    return { loss, words, norm, reward: shares[0].reward };
  }

  /** Moves the average towards the weights, faster in the first steps (Polyak & Juditsky 1992). */
  private average(): void {
    const { averaged, values } = this;
    if (!averaged) return;
    const { step } = this.state;
    const decay = Math.min(this.options.ema, (1 + step) / (10 + step));
    for (let i = 0; i < averaged.length; i++) {
      averaged[i] += (1 - decay) * (values[i] - averaged[i]);
    }
  }

  private regularisation({ regularised }: Objective) {
    const { dropEmbedding, dropEvidence, dropReadout, smoothing, scheduledSampling } = this.options;
    return regularised
      ? {
          dropout: { embedding: dropEmbedding, evidence: dropEvidence, readout: dropReadout },
          smoothing,
          ownWords: (scheduledSampling * this.state.step) / this.totalSteps,
        }
      : { dropout: { embedding: 0, evidence: 0, readout: 0 }, smoothing: 0, ownWords: 0 };
  }

  /** A seed for one worker's part of the current step. */
  private seed(worker: number): number {
    return (this.options.seed * 1_000_003 + this.state.step) * this.workers + worker;
  }

  private save(): Promise<void> {
    return this.checkpoint.save(this.state, this.values, this.adam, this.averaged);
  }

  private log(entry: object): Promise<void> {
    return appendFile(join(this.checkpoint.folder, 'log.jsonl'), `${JSON.stringify(entry)}\n`);
  }
}
