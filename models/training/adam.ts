/** Settings of {@link Adam}. */
export interface AdamOptions {
  /** Decay of the first moment, in [0, 1). */
  readonly beta1: number;
  /** Decay of the second moment, in [0, 1). */
  readonly beta2: number;
  readonly epsilon: number;
  /** The gradient is scaled down to at most this L2 norm. */
  readonly clipNorm: number;
}

export const adamDefaults: AdamOptions = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, clipNorm: 5 };

/** Adam (Kingma & Ba 2015, algorithm 1) with gradient clipping by norm, on a flat weight vector. */
export class Adam {
  readonly firstMoment: Float32Array;
  readonly secondMoment: Float32Array;
  steps = 0;

  constructor(
    length: number,
    private readonly options: AdamOptions = adamDefaults,
  ) {
    this.firstMoment = new Float32Array(length);
    this.secondMoment = new Float32Array(length);
  }

  /**
   * Changes `weights` in place.
   * @returns the gradient's L2 norm before clipping.
   */
  update(weights: Float32Array, gradient: Float32Array, learningRate: number): number {
    const { beta1, beta2, epsilon, clipNorm } = this.options;
    let squares = 0;
    for (let i = 0; i < gradient.length; i++) squares += gradient[i] * gradient[i];
    const norm = Math.sqrt(squares);
    const scale = norm > clipNorm ? clipNorm / norm : 1;
    this.steps++;
    const rate = learningRate / (1 - beta1 ** this.steps);
    const secondCorrection = 1 - beta2 ** this.steps;
    for (let i = 0; i < weights.length; i++) {
      const g = gradient[i] * scale;
      const m = (this.firstMoment[i] = beta1 * this.firstMoment[i] + (1 - beta1) * g);
      const v = (this.secondMoment[i] = beta2 * this.secondMoment[i] + (1 - beta2) * g * g);
      weights[i] -= (rate * m) / (Math.sqrt(v / secondCorrection) + epsilon);
    }
    return norm;
  }
}
