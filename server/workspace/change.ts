import { z } from 'zod';
import { itemIdSchema } from './item';
import { filledLineSchema, lineSchema } from './plain-text';

/** Longest alt text that is stored, UTF-16 code units. */
export const MAX_ALT = 2000;

export const reviewerSchema = filledLineSchema(80);

const altInputSchema = filledLineSchema(MAX_ALT);

/** What every change of an alt text carries. */
export const changeSchema = z.strictObject({
  id: itemIdSchema,
  /** The version that the reviewer has read. */
  version: z.number().int().positive(),
  /** Who changes it. */
  reviewer: reviewerSchema,
});

/** Whether the change also approves the text. */
const approve = z.boolean().default(false);

export const choiceSchema = changeSchema.extend({
  /** Place of the candidate, from 1. */
  candidate: z.number().int().min(1).max(5),
  approve,
});

export const editSchema = changeSchema.extend({ text: altInputSchema, approve });

/** A text that is not stored yet. */
export const checkSchema = z.strictObject({ id: itemIdSchema, text: lineSchema(MAX_ALT) });

export type Change = z.output<typeof changeSchema>;
