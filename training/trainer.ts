import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startProgress } from '../cli/progress';
import { createRandom, shuffle } from '../models/random';
import { Adam } from '../models/training/adam';
import { initializeWeights } from '../models/training/initialize';
import { cosineSchedule } from '../models/training/schedule';
import type { WeightLayout } from '../models/training/weight-vector';
import type { Checkpoint, RunState } from './checkpoint';
import type { Lesson } from './lesson';
import type { TrainerOptions } from './options';

/** A training run: Adam, a cosine schedule, a moving average, early stopping. */
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
    private readonly layout: WeightLayout,
    private readonly options: TrainerOptions,
    private readonly checkpoint: Checkpoint,
    private readonly workers: number,
  ) {
    const { length } = layout;
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
    this.values.set(start ?? initializeWeights(this.layout, createRandom(this.options.seed)));
    this.averaged?.set(this.values);
  }

  /** Asks the run to save a checkpoint after the current step and stop. */
  stop(): void {
    this.stopRequested = true;
  }

  /** Trains to the last epoch, to the end of patience, or until asked to stop. */
  async run(lesson: Lesson): Promise<RunState> {
    const { epochs, patience, batch, looks } = this.options;
    const stepsPerEpoch = Math.ceil(lesson.items / batch);
    const stepsPerLook = Math.ceil(stepsPerEpoch / looks);
    this.totalSteps = epochs * stepsPerEpoch;
    const epochsDone = () => this.state.step / stepsPerEpoch;
    while (epochsDone() < epochs && epochsDone() - (this.state.best?.epoch ?? 0) < patience) {
      const whole = Math.floor(epochsDone());
      const done = this.state.step - whole * stepsPerEpoch;
      const look = (Math.floor(done / stepsPerLook) + 1) * stepsPerLook;
      const end = Math.min(look, stepsPerEpoch);
      const finished = await this.runEpoch(lesson, whole, stepsPerEpoch, end);
      if (!finished) break;
      const scores = await lesson.evaluate();
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
   * Trains to a step of the current epoch or until asked to stop. That step is saved only after dev
   * was looked at, so that no look is missed when the run is interrupted there.
   * @returns whether it came so far.
   */
  private async runEpoch(
    lesson: Lesson,
    epoch: number,
    stepsPerEpoch: number,
    end: number,
  ): Promise<boolean> {
    const { batch, seed, epochs, learningRate, warmup } = this.options;
    const order = shuffle(
      Array.from({ length: lesson.items }, (_, item) => item),
      createRandom(seed * 1000 + epoch),
    );
    const rate = cosineSchedule(learningRate, warmup, this.totalSteps);
    const done = this.state.step - epoch * stepsPerEpoch;
    const progress = startProgress(`epoch ${epoch + 1}/${epochs}`, stepsPerEpoch, done);
    try {
      for (let i = done; i < end && !this.stopRequested; i++) {
        const started = performance.now();
        const { loss, terms, ...others } = await this.step(
          lesson,
          order.slice(i * batch, (i + 1) * batch),
          rate(this.state.step),
        );
        const seconds = (performance.now() - started) / 1000;
        this.state.step++;
        this.state.seconds += seconds;
        const mean = loss / terms;
        progress.advance(1, `loss ${mean.toFixed(3)} | ${Math.round(terms / seconds)} terms/s`);
        if (this.state.step % 10 === 0)
          await this.log({ step: this.state.step, loss: mean, ...others });
        if (this.state.step % 100 === 0 && i + 1 < end) await this.save();
      }
    } finally {
      progress.stop();
    }
    const finished = this.state.step >= epoch * stepsPerEpoch + end;
    if (!finished) await this.save();
    return finished;
  }

  /** One update from the mean gradient over the terms of a batch, computed by all workers. */
  private async step(lesson: Lesson, items: number[], learningRate: number) {
    const gradients = this.gradients.slice(0, items.length);
    const results = await Promise.all(
      gradients.map((gradient, w) =>
        lesson.gradient(
          items.filter((_item, i) => i % gradients.length === w),
          {
            weights: this.weights,
            gradient,
            seed: this.seed(w),
            progress: this.state.step / this.totalSteps,
          },
        ),
      ),
    );
    const terms = results.reduce((sum, result) => sum + result.terms, 0);
    const loss = results.reduce((sum, result) => sum + result.loss, 0);
    const [total, ...others] = gradients.map((buffer) => new Float32Array(buffer));
    for (let i = 0; i < total.length; i++) {
      let sum = total[i];
      for (const other of others) sum += other[i];
      total[i] = sum / terms;
    }
    const norm = this.adam.update(this.values, total, learningRate);
    this.average();
    return { loss, terms, norm, reward: results[0].reward };
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
