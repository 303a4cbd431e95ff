import type { MemoryConfig } from '../../models/memory/config';
import { type WeightLayout, weightView } from '../../models/training/weight-vector';
import { addColumnSums, addProduct, addTransposedProduct, transposed } from './matrix';
import { type PlainCell, plainCells, type PlainStep } from './plain-cells';
import type { StudyBatch, Task } from './tasks';

/** The network of `models/memory` with its gradient, in plain arithmetic. */
export class PlainNetwork {
  private readonly cell: PlainCell;

  /** @param layout of the network's weights. */
  constructor(
    private readonly config: MemoryConfig,
    private readonly layout: WeightLayout,
  ) {
    this.cell = plainCells[config.cell];
  }

  /** Answers of a batch, [answers, rows, outputs]. */
  answers(weights: Float32Array, batch: StudyBatch): Float32Array {
    return this.answer(weights, batch, this.run(weights, batch));
  }

  /**
   * Adds the gradient of the task's loss to `gradient`, by back-propagation through time.
   * @returns the loss.
   */
  learn(weights: Float32Array, gradient: Float32Array, batch: StudyBatch, task: Task): number {
    const { hiddenSize: units, outputs } = this.config;
    const { rows, steps, answers: count } = batch;
    const w = this.views(weights);
    const g = this.views(gradient);
    const path = this.run(weights, batch);
    const { loss, slopes } = task.score(this.answer(weights, batch, path), batch);
    const back = transposed(w['cell/recurrent'], units, this.cell.gates * units);
    const toHidden = transposed(w['output/kernel'], units, outputs);
    const wide = rows * this.cell.gates * units;
    const way = {
      h: new Float32Array(rows * units),
      c: new Float32Array(rows * units),
      fromInput: new Float32Array(wide),
      fromState: new Float32Array(wide),
    };
    for (let t = steps - 1; t >= 0; t--) {
      const step = path[t];
      const answer = t - (steps - count);
      if (answer >= 0) {
        const slope = slopes.subarray(answer * rows * outputs, (answer + 1) * rows * outputs);
        addTransposedProduct(g['output/kernel'], step.nextH, slope, rows, units, outputs);
        addColumnSums(g['output/bias'], slope, rows, outputs);
        addProduct(way.h, slope, toHidden, rows, outputs, units);
      }
      this.cell.backward(step, way, rows, units);
      const { inputSize } = this.config;
      const x = inputsAt(batch, t, inputSize);
      const width = this.cell.gates * units;
      addTransposedProduct(g['cell/kernel'], x, way.fromInput, rows, inputSize, width);
      addColumnSums(g['cell/bias'], way.fromInput, rows, width);
      addTransposedProduct(g['cell/recurrent'], step.h, way.fromState, rows, units, width);
      const candidate = g['cell/candidate_bias'];
      if (candidate) addColumnSums(candidate, way.fromState, rows, width, width - units);
      addProduct(way.h, way.fromState, back, rows, width, units);
    }
    return loss;
  }

  private run(weights: Float32Array, batch: StudyBatch): PlainStep[] {
    const { inputSize, hiddenSize: units } = this.config;
    const { rows, steps } = batch;
    const w = this.views(weights);
    const width = this.cell.gates * units;
    const path: PlainStep[] = [];
    let h = new Float32Array(rows * units);
    let c = new Float32Array(rows * units);
    for (let t = 0; t < steps; t++) {
      const fromInput = repeated(w['cell/bias'], rows);
      addProduct(
        fromInput,
        inputsAt(batch, t, inputSize),
        w['cell/kernel'],
        rows,
        inputSize,
        width,
      );
      const fromState = repeated(stateBias(w['cell/candidate_bias'], width), rows);
      addProduct(fromState, h, w['cell/recurrent'], rows, units, width);
      const nextH = new Float32Array(rows * units);
      const nextC = this.cell.hasCell ? new Float32Array(rows * units) : c;
      const step = { fromInput, fromState, h, nextH, c, nextC };
      this.cell.forward(step, rows, units);
      path.push(step);
      h = nextH;
      c = nextC;
    }
    return path;
  }

  private answer(weights: Float32Array, batch: StudyBatch, path: readonly PlainStep[]) {
    const { hiddenSize: units, outputs } = this.config;
    const { rows, answers: count } = batch;
    const w = this.views(weights);
    const all = repeated(w['output/bias'], rows * count);
    path.slice(-count).forEach(({ nextH }, i) => {
      const part = all.subarray(i * rows * outputs, (i + 1) * rows * outputs);
      addProduct(part, nextH, w['output/kernel'], rows, units, outputs);
    });
    return all;
  }

  /** The parts of a flat vector by the names of the weights. */
  private views(vector: Float32Array): Record<string, Float32Array> {
    const { specs } = this.layout;
    return Object.fromEntries(
      specs.map(({ name }, i) => [name, weightView(this.layout, vector, i)]),
    );
  }
}

function inputsAt({ inputs, rows }: StudyBatch, t: number, inputSize: number): Float32Array {
  return inputs.subarray(t * rows * inputSize, (t + 1) * rows * inputSize);
}

function repeated(row: Float32Array, rows: number): Float32Array {
  const all = new Float32Array(rows * row.length);
  for (let i = 0; i < rows; i++) all.set(row, i * row.length);
  return all;
}

/** The GRU adds a bias to its candidate's part of the state; the others add none. */
function stateBias(candidate: Float32Array | undefined, width: number): Float32Array {
  const bias = new Float32Array(width);
  if (candidate) bias.set(candidate, width - candidate.length);
  return bias;
}
