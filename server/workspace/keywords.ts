import { z } from 'zod';
import { filledLineSchema } from './plain-text';

const words = z.array(z.string()).readonly();

/** Different words in lower case, in the order of the text; they are explained at `Keywords`. */
export const keywordsSchema = z.object({ nouns: words, verbs: words, adjectives: words });

const wanted = z
  .array(filledLineSchema(200).transform((word) => word.toLowerCase()))
  .max(10)
  .optional();

/** Words that an alt text must have, each as the part of speech that it is listed under. */
export const keywordFilterSchema = z.strictObject({
  nouns: wanted,
  verbs: wanted,
  adjectives: wanted,
});
