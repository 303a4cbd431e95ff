import type { MemoryConfig } from '../../models/memory/config';

/**
 * The cells of `models/recurrent` and their derivatives in plain arithmetic. Unrolled over hundreds
 * of steps, small networks spend their time on starting tensor operations; here they train several
 * times faster. A test holds values and gradients to those of `models/recurrent`.
 */
export interface PlainCell {
  readonly gates: number;
  /** Whether there is a state c besides h. */
  readonly hasCell: boolean;
  /** Advances `rows * units` numbers. What a gate lets through replaces `step.fromInput`. */
  forward(step: PlainStep, rows: number, units: number): void;
  /** Goes the same step back. */
  backward(step: PlainStep, way: BackwardWay, rows: number, units: number): void;
}

/** One step's numbers, each row by row. */
export interface PlainStep {
  /** The input's part of each gate, [rows, gates * units]. */
  readonly fromInput: Float32Array;
  /** The last hidden state's part of each gate, [rows, gates * units]. */
  readonly fromState: Float32Array;
  /** Before and after the step, [rows, units]. */
  readonly h: Float32Array;
  readonly nextH: Float32Array;
  readonly c: Float32Array;
  readonly nextC: Float32Array;
}

/** Gradients on the way back. */
export interface BackwardWay {
  /** Of h after the step; becomes what reaches h before it without passing the gates. */
  readonly h: Float32Array;
  /** Of c after the step; becomes that of c before it. */
  readonly c: Float32Array;
  /** Becomes that of `fromInput`. */
  readonly fromInput: Float32Array;
  /** Becomes that of `fromState`. */
  readonly fromState: Float32Array;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

const rnn: PlainCell = {
  gates: 1,
  hasCell: false,
  forward({ fromInput, fromState, nextH }) {
    for (let k = 0; k < nextH.length; k++) nextH[k] = Math.tanh(fromInput[k] + fromState[k]);
  },
  backward({ nextH }, way) {
    for (let k = 0; k < nextH.length; k++) {
      way.fromInput[k] = way.fromState[k] = way.h[k] * (1 - nextH[k] * nextH[k]);
      way.h[k] = 0;
    }
  },
};

const gru: PlainCell = {
  gates: 3,
  hasCell: false,
  forward({ fromInput, fromState, h, nextH }, rows, units) {
    for (let row = 0, k = 0; row < rows; row++) {
      for (let r = row * 3 * units, end = r + units; r < end; r++, k++) {
        const z = r + units;
        const n = z + units;
        fromInput[r] = sigmoid(fromInput[r] + fromState[r]);
        fromInput[z] = sigmoid(fromInput[z] + fromState[z]);
        fromInput[n] = Math.tanh(fromInput[n] + fromInput[r] * fromState[n]);
        nextH[k] = fromInput[n] + fromInput[z] * (h[k] - fromInput[n]);
      }
    }
  },
  backward({ fromInput, fromState, h }, way, rows, units) {
    for (let row = 0, k = 0; row < rows; row++) {
      for (let r = row * 3 * units, end = r + units; r < end; r++, k++) {
        const z = r + units;
        const n = z + units;
        const reset = fromInput[r];
        const update = fromInput[z];
        const candidate = fromInput[n];
        const dh = way.h[k];
        const dn = dh * (1 - update) * (1 - candidate * candidate);
        way.fromInput[n] = dn;
        way.fromState[n] = dn * reset;
        way.fromInput[r] = way.fromState[r] = dn * fromState[n] * reset * (1 - reset);
        const dz = dh * (h[k] - candidate) * update * (1 - update);
        way.fromInput[z] = way.fromState[z] = dz;
        way.h[k] = dh * update;
      }
    }
  },
};

const lstm: PlainCell = {
  gates: 4,
  hasCell: true,
  forward({ fromInput, fromState, c, nextC, nextH }, rows, units) {
    for (let row = 0, k = 0; row < rows; row++) {
      for (let i = row * 4 * units, end = i + units; i < end; i++, k++) {
        const f = i + units;
        const g = f + units;
        const o = g + units;
        fromInput[i] = sigmoid(fromInput[i] + fromState[i]);
        fromInput[f] = sigmoid(fromInput[f] + fromState[f]);
        fromInput[g] = Math.tanh(fromInput[g] + fromState[g]);
        fromInput[o] = sigmoid(fromInput[o] + fromState[o]);
        nextC[k] = fromInput[f] * c[k] + fromInput[i] * fromInput[g];
        nextH[k] = fromInput[o] * Math.tanh(nextC[k]);
      }
    }
  },
  backward({ fromInput, c, nextC }, way, rows, units) {
    for (let row = 0, k = 0; row < rows; row++) {
      for (let i = row * 4 * units, end = i + units; i < end; i++, k++) {
        const f = i + units;
        const g = f + units;
        const o = g + units;
        const write = fromInput[i];
        const keep = fromInput[f];
        const value = fromInput[g];
        const show = fromInput[o];
        const shown = Math.tanh(nextC[k]);
        const dc = way.c[k] + way.h[k] * show * (1 - shown * shown);
        way.fromInput[i] = way.fromState[i] = dc * value * write * (1 - write);
        way.fromInput[f] = way.fromState[f] = dc * c[k] * keep * (1 - keep);
        way.fromInput[g] = way.fromState[g] = dc * write * (1 - value * value);
        way.fromInput[o] = way.fromState[o] = way.h[k] * shown * show * (1 - show);
        way.h[k] = 0;
        way.c[k] = dc * keep;
      }
    }
  },
};

export const plainCells: Record<MemoryConfig['cell'], PlainCell> = { rnn, gru, lstm };
