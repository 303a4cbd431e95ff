import { z } from 'zod';
import { collectionIdSchema } from './collection';
import { keywordFilterSchema, keywordsSchema } from './keywords';
import { ALT_ACTIONS, ALT_STATES, sourceSchema, WARNINGS } from './kinds';

export const itemIdSchema = z.number().int().positive().max(2_147_483_647);

const probability = z.number().min(0).max(1);
const length = z.number().int().nonnegative().max(10_000);
const pixels = z.number().int().positive();
const stateSchema = z.enum(ALT_STATES);
const warningSchema = z.enum(WARNINGS);

/** Every part narrows the list; left out, it does not. */
const filterSchema = z.strictObject({
  /** In one of these states. */
  states: z.array(stateSchema).optional(),
  /** Both ends are included. */
  confidence: z
    .strictObject({ from: probability.default(0), to: probability.default(1) })
    .optional(),
  /** Characters of the alt text; both ends are included. */
  length: z.strictObject({ from: length.default(0), to: length.default(10_000) }).optional(),
  /** Whether the picture has no alt text where it is used. */
  missing: z.boolean().optional(),
  /** Others of the collection have the same picture, or the same alt text. */
  duplicates: z.enum(['picture', 'text']).optional(),
  /** A whole word of the alt text, in any case. */
  word: z.string().trim().min(1).max(100).optional(),
  /** The alt text has all of these nouns, verbs and adjectives. */
  keywords: keywordFilterSchema.optional(),
  /** With one of these warnings. */
  warnings: z.array(warningSchema).optional(),
  /** Beginnings of words of the alt text, the name, the present alt text or the context; all of them. */
  search: z.string().trim().min(1).max(200).optional(),
});

export const itemCountInputSchema = z.strictObject({
  collectionId: collectionIdSchema,
  filter: filterSchema.prefault({}),
});

const SORTS = ['confidence', 'newest', 'name'] as const;

export const itemListInputSchema = itemCountInputSchema.extend({
  /** "confidence" has the least confident first. */
  sort: z.enum(SORTS).default('confidence'),
  limit: z.number().int().min(1).max(200).default(50),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(2000).nullish(),
});

export const itemSchema = z.object({
  id: itemIdSchema,
  collectionId: collectionIdSchema,
  name: z.string(),
  /** Path of a WebP of at most 768 x 768 pixels. */
  thumbnail: z.string(),
  /** Of the picture, upright. */
  width: pixels,
  height: pixels,
  alt: z.string(),
  state: stateSchema,
  /** What a change must name, so that nobody overwrites what they have not read. */
  version: z.number().int().positive(),
  /** Who wrote this version; null for the model. */
  reviewer: z.string().nullable(),
  changedAt: z.date(),
  /** The probability that the caption is at least as good as the model's median one. */
  confidence: probability,
  warnings: z.array(warningSchema),
  /** The alt text that the picture has where it is used: null for none, empty for decorative. */
  presentAlt: z.string().nullable(),
});

export const itemPageSchema = z.object({
  items: z.array(itemSchema),
  nextCursor: z.string().nullable(),
});

const altTextSchema = z.object({
  version: z.number().int().positive(),
  action: z.enum(ALT_ACTIONS),
  state: stateSchema,
  text: z.string(),
  reviewer: z.string().nullable(),
  createdAt: z.date(),
});

export const itemDetailSchema = itemSchema.extend({
  /** The best first; `alt` follows the house rules. */
  candidates: z.array(z.object({ text: z.string(), alt: z.string(), confidence: probability })),
  /** Every version, the newest first. */
  history: z.array(altTextSchema),
  canUndo: z.boolean(),
  /** Of the alt text; null until a model has read it, seconds after it was written. */
  keywords: keywordsSchema.nullable(),
  context: z.string().nullable(),
  source: sourceSchema,
  /** Path of the file, where it is kept. */
  original: z.string().nullable(),
  /** Of the file: bytes, and media type. */
  byteCount: z.number().int(),
  type: z.string(),
  model: z.object({ id: z.string(), version: z.string() }),
  /** Whether the caption came from the storage, since the same picture had been captioned before. */
  cached: z.boolean(),
  createdAt: z.date(),
});

export type ItemFilter = z.output<typeof filterSchema>;
export type ItemListInput = z.output<typeof itemListInputSchema>;
export type Item = z.output<typeof itemSchema>;
export type ItemDetail = z.output<typeof itemDetailSchema>;
export type ItemPage = z.output<typeof itemPageSchema>;
