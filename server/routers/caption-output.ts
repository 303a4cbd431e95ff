import { z } from 'zod';
import { TARGETS } from '../../models/sequence/languages';
import { keywordsSchema } from '../workspace/keywords';

const milliseconds = z.number().nonnegative();
const probability = z.number().min(0).max(1);

/** Lower-case codes of BCP 47, and which way the text is written. */
export const langSchema = { lang: z.enum(TARGETS), dir: z.enum(['ltr', 'rtl']) };

const wordSchema = z.object({
  text: z.string(),
  probability,
  /** 7x7 weights, row by row from the top left, sum 1; null for a model without attention. */
  attention: z.array(z.number()).readonly().nullable(),
});

/** The caption of a photo; every field is explained at `CaptionResult`. */
export const captionSchema = z.object({
  candidates: z
    .array(z.object({ text: z.string(), logProbability: z.number(), confidence: probability }))
    .min(1)
    .max(5)
    .readonly(),
  words: z.array(wordSchema).readonly(),
  alt: z.string(),
  hedged: z.boolean(),
  keywords: keywordsSchema.optional(),
  translations: z
    .array(z.object({ ...langSchema, text: z.string(), alt: z.string() }))
    .readonly()
    .optional(),
  model: z.object({ id: z.string(), version: z.string() }),
  timings: z.object({
    queue: milliseconds,
    image: milliseconds,
    prepare: milliseconds,
    encode: milliseconds,
    decode: milliseconds,
    total: milliseconds,
  }),
});

const eventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('word'), word: wordSchema }),
  z.object({ kind: z.literal('caption'), caption: captionSchema }),
]);

export type CaptionEvent = z.output<typeof eventSchema>;

/** Each word as it is decoded, then the whole caption. */
export const captionEventsSchema = z
  .custom<AsyncIterable<CaptionEvent>>(
    (value) => typeof value === 'object' && value !== null && Symbol.asyncIterator in value,
  )
  .transform(async function* (events): AsyncGenerator<CaptionEvent, void> {
    for await (const event of events) yield eventSchema.parse(event);
  });
