/** One caption for a picture. */
export interface Candidate {
  /** Lower-case words, as the model wrote them. */
  readonly text: string;
  /** Sum of the natural-log probabilities of its words and its end. */
  readonly logProbability: number;
  /** Calibrated probability that the caption is at least as good as the median caption on dev, in [0, 1]. */
  readonly confidence: number;
}

/** One word of a caption and where the model looked when it wrote it. */
export interface CaptionWord {
  readonly text: string;
  /** The model's probability of the word, in [0, 1]. */
  readonly probability: number;
  /** 7x7 weights, row by row from the top left, sum 1; null for a decoder without attention. */
  readonly attention: readonly number[] | null;
}

/** Milliseconds spent on each stage. */
export interface Timings {
  readonly prepare: number;
  readonly encode: number;
  readonly decode: number;
  readonly total: number;
}

export interface CaptionResult {
  /** 1 to 5 different captions, the best first. */
  readonly candidates: readonly Candidate[];
  /** The words of the first candidate. */
  readonly words: readonly CaptionWord[];
  /** Alt text made from the first candidate. */
  readonly alt: string;
  /** Whether the alt text says that it is unsure ("May show ..."). */
  readonly hedged: boolean;
  readonly model: { readonly id: string; readonly version: string };
  readonly timings: Timings;
}
