import { z } from 'zod';
import { LEFT_REASONS } from '../export/choose-alt';
import { DESCRIBED } from '../export/describe-photo';
import { FOUND_BY } from '../export/picture-index';
import { ROW_FAULTS, translatedRowSchema } from '../export/row';
import { itemIdSchema } from '../workspace/item';
import { ALT_STATES } from '../workspace/kinds';
import { langSchema } from './caption-output';

const nextCursor = z.number().int().nullable();
const count = z.number().int().nonnegative();
const place = z.number().int().positive();

/** A file in base64. */
const fileSchema = z.string();

export const rowPageSchema = z.object({ rows: z.array(translatedRowSchema), nextCursor });

export const snippetPageSchema = z.object({
  snippets: z.array(
    z.object({
      id: itemIdSchema,
      html: z.string(),
      /** An `<img>` in each language that was asked for, with `lang` and `dir`. */
      translations: z.array(z.object({ ...langSchema, html: z.string() })).readonly(),
    }),
  ),
  nextCursor,
});

/** Every field is explained at `ImportReport`. */
export const importReportSchema = z.object({
  rows: count,
  changed: count,
  unchanged: count,
  conflictCount: count,
  conflicts: z
    .array(
      z.object({
        row: place,
        id: itemIdSchema,
        file: z.string(),
        alt: z.string(),
        current: z.object({ alt: z.string(), state: z.enum(ALT_STATES) }),
        reviewer: z.string().nullable(),
      }),
    )
    .readonly(),
  badCount: count,
  bad: z.array(z.object({ row: place, fault: z.enum(ROW_FAULTS) })).readonly(),
});

const img = { line: place, column: place, address: z.string() };

/** Every field is explained at `patchHtml`. */
export const patchSchema = z.object({
  filled: z
    .array(
      z.object({
        ...img,
        before: z.string().optional(),
        alt: z.string(),
        by: z.enum(FOUND_BY),
      }),
    )
    .readonly(),
  left: z.array(z.object({ ...img, reason: z.enum(LEFT_REASONS) })).readonly(),
  file: fileSchema,
  /** A unified diff; null where too much changed for one. */
  diff: fileSchema.nullable(),
});

export const describedSchema = z.object({
  outcome: z.enum(DESCRIBED),
  alt: z.string().nullable(),
  /** Null where nothing was written. */
  file: fileSchema.nullable(),
});
