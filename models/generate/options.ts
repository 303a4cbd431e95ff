import { z } from 'zod';
import type { DecodedWord } from './hypothesis';

/** Options of every generation strategy. */
export const generationOptionsSchema = z
  .object({
    /** Words before a caption may end. */
    minWords: z.number().int().nonnegative().default(5),
    /** Words after which a caption must end. */
    maxWords: z.number().int().min(1).max(100).default(20),
    /** The exponent alpha of the length in the score; 0 ranks by log-probability alone. */
    lengthPenalty: z.number().min(0).max(2).default(0),
    /** Whether three words in a row may occur only once in a caption (Paulus et al. 2018). */
    blockRepeatedTrigrams: z.boolean().default(false),
    /** How strongly rare words are preferred where they are plausible; see `rarity.ts`. */
    rareWords: z.number().min(0).max(2).default(0),
  })
  .refine(({ minWords, maxWords }) => minWords <= maxWords, {
    path: ['minWords'],
    error: 'minWords (5 unless given) must not be above maxWords (20 unless given)',
  });

export const beamOptionsSchema = generationOptionsSchema.safeExtend({
  /** Hypotheses kept at each step, and candidates returned at most. */
  beamWidth: z.number().int().min(1).max(100).default(3),
  /** Temperature of the consensus that orders the hypotheses; 0 orders them by their score. */
  consensus: z.number().min(0).max(100).default(0),
  /** What one unit of the detected words' evidence adds to a hypothesis' merit; see `rank.ts`. */
  detection: z.number().min(0).max(1).default(0),
});

export const sampleOptionsSchema = generationOptionsSchema.safeExtend({
  /** Divides the logits; below 1 sharpens the distribution, above 1 flattens it. */
  temperature: z.number().positive().max(10).default(1),
  /** Nucleus sampling (Holtzman et al. 2020): the smallest set of words with this total probability. */
  topP: z.number().positive().max(1).default(1),
  seed: z.number().int().nonnegative(),
});

/** Resolved options that constrain and score captions. */
export type GenerationLimits = z.output<typeof generationOptionsSchema>;

/** Resolved options of a beam search. */
export type BeamLimits = z.output<typeof beamOptionsSchema>;

interface Cancellable {
  /** Checked before each step. */
  readonly signal?: AbortSignal;
}

export interface Streaming extends Cancellable {
  /** Called with each word as soon as it is chosen. */
  readonly onWord?: (word: DecodedWord) => void;
}

export type GreedyOptions = z.input<typeof generationOptionsSchema> & Streaming;
export type BeamOptions = z.input<typeof beamOptionsSchema> & Cancellable;
export type SampleOptions = z.input<typeof sampleOptionsSchema> & Streaming;
