import { z } from 'zod';
import { checkCharacters } from '../../models/sequence/limits';
import { procedure, router } from '../trpc';
import { languagesSchema } from './caption-input';
import { keywordsSchema } from '../workspace/keywords';
import { langSchema } from './caption-output';

/** Too many characters are refused here, too many words where the text is split. */
const textInputSchema = z.strictObject({ text: z.string().transform(checkCharacters) });

const probability = z.number().min(0).max(1);
const model = z.object({ id: z.string(), version: z.string() });

/** A word, and where it stands in the text in UTF-16 code units. */
const wordSchema = z.object({ text: z.string(), start: z.int(), end: z.int() });

/** The topic of a text; every field is explained at `ClassifiedText`. */
const topicSchema = z.object({
  topics: z.array(z.object({ label: z.string(), probability })).readonly(),
  evidence: z.array(wordSchema.extend({ weight: z.number() })).readonly(),
  model,
});

/** The parts of speech of a text; every field is explained at `TaggedText`. */
const tagSchema = z.object({
  words: z.array(wordSchema.extend({ tag: z.string(), probability })).readonly(),
  keywords: keywordsSchema,
  model,
});

/** A text in other languages; every field is explained at `Translations`. */
const translationsSchema = z.object({
  translations: z.array(z.object({ ...langSchema, text: z.string() })).readonly(),
  model,
});

export const textRouter = router({
  /** What a text is about, and the words that decided it. */
  topic: procedure
    .input(textInputSchema)
    .output(topicSchema)
    .mutation(({ ctx, input, signal }) => ctx.inference.classify(input.text, signal)),

  /** The part of speech of each word of a text, and its nouns, verbs and adjectives. */
  tag: procedure
    .input(textInputSchema)
    .output(tagSchema)
    .mutation(({ ctx, input, signal }) => ctx.inference.tag(input.text, signal)),

  /** An English text in other languages. */
  translate: procedure
    .input(textInputSchema.extend({ languages: languagesSchema.min(1) }))
    .output(translationsSchema)
    .mutation(({ ctx, input, signal }) =>
      ctx.inference.translate(input.text, input.languages, signal),
    ),
});
