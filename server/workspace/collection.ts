import { z } from 'zod';
import { ALT_STATES } from './kinds';
import { filledLineSchema } from './plain-text';

export const collectionIdSchema = z.uuid();

const collectionNameSchema = filledLineSchema(200);

const count = z.number().int().nonnegative();

export const collectionSchema = z.object({
  id: collectionIdSchema,
  name: z.string(),
  /** Whether the files of its pictures are kept, not only thumbnails. */
  keepOriginals: z.boolean(),
  createdAt: z.date(),
  items: count,
  /** Items that a person approved or marked as decorative. */
  reviewed: count,
});

export const newCollectionSchema = z.strictObject({
  name: collectionNameSchema,
  keepOriginals: z.boolean().default(false),
});

export const collectionChangeSchema = z.strictObject({
  id: collectionIdSchema,
  name: collectionNameSchema,
});

export const collectionStatsSchema = z.object({
  items: count,
  states: z.record(z.enum(ALT_STATES), count),
  /** Items with a warning. */
  warned: count,
  /** Items that have no alt text where they are used. */
  missing: count,
});

export type Collection = z.output<typeof collectionSchema>;
export type CollectionStats = z.output<typeof collectionStatsSchema>;
