import { z } from 'zod';
import { generationOptionsSchema } from '../generate/options';

/** Captions returned when nothing else is asked for, if the beam is that wide. */
export const DEFAULT_CANDIDATES = 3;

/** Call-time options of a caption that is written word by word. */
export const streamOptionsSchema = z.object({
  /** Words after which a caption must end. */
  maxWords: z.number().int().min(5).max(50).optional(),
  /**
   * How strongly a search prefers rare words where they are plausible; 0 not at all.
   * It makes captions more varied and a little less exact.
   */
  rareWords: generationOptionsSchema.shape.rareWords.unwrap().optional(),
  /** Samples instead of searching: below 1 is safer, above 1 is more varied. */
  temperature: z.number().positive().max(2).optional(),
  /** Seed of the sampling; the same seed gives the same captions. */
  seed: z.number().int().nonnegative().max(0xffffffff).default(1),
  /** Neutral wording for people in the alt text: "a person", not "a man". */
  neutral: z.boolean().default(false),
  /** Longest alt text, characters. */
  altLength: z.number().int().min(20).max(500).default(125),
});

/** Call-time options of a captioner. What is left out comes from the model's own defaults. */
export const captionOptionsSchema = streamOptionsSchema
  .safeExtend({
    /** Different captions to return; {@link DEFAULT_CANDIDATES} unless the beam is narrower. */
    candidates: z.number().int().min(1).max(5).optional(),
    /** Hypotheses kept at each decoding step; 1 is greedy search. */
    beamWidth: z.number().int().min(1).max(10).optional(),
  })
  .refine(({ candidates = 1, beamWidth = candidates }) => candidates <= beamWidth, {
    path: ['candidates'],
    error: 'candidates must not be above beamWidth; widen the beam or ask for fewer candidates',
  });

export type CaptionOptions = z.input<typeof captionOptionsSchema>;

export type StreamOptions = z.input<typeof streamOptionsSchema>;

export type ResolvedOptions = z.output<typeof captionOptionsSchema>;
