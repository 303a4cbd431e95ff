import type { Random } from '../../models/random';

/** Sequences of equal length, step by step: inputs [steps, rows, input size]. */
export interface StudyBatch {
  readonly rows: number;
  readonly steps: number;
  readonly inputs: Float32Array;
  /** Steps at the end at which an answer is wanted. */
  readonly answers: number;
  /** The right answers, [answers, rows]: numbers, or symbols. */
  readonly targets: Float32Array;
}

/** What a batch of answers costs. */
export interface Score {
  /** Mean over the answers. */
  readonly loss: number;
  /** Its derivatives by the answers, [answers, rows, outputs]. */
  readonly slopes: Float32Array;
  /** Share of the answers that are right. */
  readonly right: number;
}

/** A task that cannot be solved without remembering something for `lag` steps. */
export interface Task {
  readonly inputSize: number;
  readonly outputs: number;
  /** Loss of one that has understood the task and forgotten everything. */
  readonly forgetful: number;
  draw(random: Random, lag: number, rows: number): StudyBatch;
  /** @param answers [answers, rows, outputs]. */
  score(answers: Float32Array, batch: StudyBatch): Score;
}

/** An answer to the adding task is right if it is at most so far off. */
const CLOSE = 0.1;

/**
 * The adding task (Hochreiter & Schmidhuber 1997): `lag` numbers in [0, 1), two of which are marked,
 * the first of them in the first tenth and the second in the second half; the answer is their sum.
 */
const adding: Task = {
  inputSize: 2,
  outputs: 1,
  /** The variance of a sum of two uniform numbers. */
  forgetful: 1 / 6,
  draw(random, lag, rows) {
    const inputs = new Float32Array(lag * rows * 2);
    const targets = new Float32Array(rows);
    for (let row = 0; row < rows; row++) {
      const marked = [
        Math.floor(random() * Math.max(1, lag / 10)),
        Math.floor(lag / 2 + (random() * lag) / 2),
      ];
      for (let t = 0; t < lag; t++) {
        const value = Math.fround(random());
        const isMarked = marked.includes(t);
        inputs[(t * rows + row) * 2] = value;
        inputs[(t * rows + row) * 2 + 1] = isMarked ? 1 : 0;
        if (isMarked) targets[row] += value;
      }
    }
    return { rows, steps: lag, inputs, answers: 1, targets };
  },
  score(answers, { targets }) {
    let loss = 0;
    let right = 0;
    const slopes = answers.map((answer, i) => {
      const error = answer - targets[i];
      loss += (error * error) / answers.length;
      if (Math.abs(error) < CLOSE) right += 1 / answers.length;
      return (2 * error) / answers.length;
    });
    return { loss, slopes, right };
  },
};

/** Symbols of the copy task: those to remember, a blank, and the one that asks for the answer. */
const LETTERS = 8;
const BLANK = LETTERS;
const ASK = LETTERS + 1;
/** Letters to remember. */
const SPAN = 3;

/**
 * The copy task (after Arjovsky et al. 2016, shortened): three of eight letters, `lag` blanks, and
 * then, asked three times, the three letters again.
 */
const copy: Task = {
  inputSize: LETTERS + 2,
  outputs: LETTERS,
  forgetful: Math.log(LETTERS),
  draw(random, lag, rows) {
    const steps = SPAN + lag + SPAN;
    const inputs = new Float32Array(steps * rows * (LETTERS + 2));
    const targets = new Float32Array(SPAN * rows);
    for (let row = 0; row < rows; row++) {
      for (let t = 0; t < steps; t++) {
        let symbol = t < SPAN + lag ? BLANK : ASK;
        if (t < SPAN) targets[t * rows + row] = symbol = Math.floor(random() * LETTERS);
        inputs[(t * rows + row) * (LETTERS + 2) + symbol] = 1;
      }
    }
    return { rows, steps, inputs, answers: SPAN, targets };
  },
  score(answers, { targets }) {
    const slopes = new Float32Array(answers.length);
    let loss = 0;
    let right = 0;
    targets.forEach((letter, i) => {
      const logits = answers.subarray(i * LETTERS, (i + 1) * LETTERS);
      const highest = Math.max(...logits);
      const exps = logits.map((logit) => Math.exp(logit - highest));
      const sum = exps.reduce((all, one) => all + one, 0);
      loss -= Math.log(exps[letter] / sum) / targets.length;
      if (logits[letter] === highest) right += 1 / targets.length;
      exps.forEach((exp, k) => {
        slopes[i * LETTERS + k] = (exp / sum - (k === letter ? 1 : 0)) / targets.length;
      });
    });
    return { loss, slopes, right };
  },
};

export const TASKS = { adding, copy } as const satisfies Record<string, Task>;

export type TaskName = keyof typeof TASKS;
