import { z } from 'zod';
import type { Target } from '../../models/sequence/languages';
import { itemIdSchema } from '../workspace/item';
import { ALT_STATES } from '../workspace/kinds';
import { lineSchema } from '../workspace/plain-text';
import { MAX_ALT } from '../workspace/change';

/** An alt text as it is exported: a row of a CSV file, an entry of a JSON file. */
export const exportRowSchema = z.object({
  /** Tells the row from every other one; an import goes by it. */
  id: itemIdSchema,
  /** Of the alt text; an import goes by it to tell whether it was changed meanwhile. */
  version: z.number().int().positive(),
  file: z.string(),
  /** Where the picture came from: its address, or the path of its file. */
  address: z.string(),
  /** The page that showed it; empty where it came by itself. */
  page: z.string(),
  alt: z.string(),
  state: z.enum(ALT_STATES),
  /** The alt text where the picture is used; null for none. */
  present: z.string().nullable(),
  /** What the model wrote. */
  caption: z.string(),
  confidence: z.number(),
  model: z.string(),
  /** Who wrote this version; null for the model. */
  reviewer: z.string().nullable(),
  /** ISO 8601. */
  changed: z.string(),
  /** SHA-256 of the file, hexadecimal. */
  hash: z.string(),
});

export type ExportRow = z.output<typeof exportRowSchema>;

/** Where a row has its alt text in another language. */
export function translationColumn<T extends Target>(language: T) {
  return `alt_${language}` as const;
}

const translation = z.string().optional();

/** With the alt text in the languages that were asked for, as a machine translated the English. */
export const translatedRowSchema = exportRowSchema.extend({
  alt_de: translation,
  alt_fr: translation,
  alt_cs: translation,
  alt_fa: translation,
} satisfies Record<ReturnType<typeof translationColumn<Target>>, typeof translation>);

export type TranslatedRow = z.output<typeof translatedRowSchema>;

/** The columns but those of translations, in their order. */
export const COLUMNS = exportRowSchema.keyof().options;

/** What an import reads of a row; numbers may be written as text. */
export const importRowSchema = z.object({
  id: z.coerce.number().pipe(itemIdSchema),
  version: z.coerce.number().int().positive(),
  alt: lineSchema(MAX_ALT),
  /** Left out, it follows from the text. */
  state: z.preprocess(
    (state) => (typeof state === 'string' ? state.trim().toLowerCase() || undefined : state),
    z.enum(ALT_STATES).optional(),
  ),
  hash: z.string().optional(),
});

/** Columns that a file must have to be imported. */
export const NEEDED_COLUMNS = ['id', 'version', 'alt'] as const;

export type ImportRow = z.output<typeof importRowSchema>;

/** What can be wrong with a row. */
export const ROW_FAULTS = [
  /** A quote is missing or stands where none may. */
  'quotes',
  /** It has more cells than the first row. */
  'cells',
  /** It is no row at all, but for instance a number in a list. */
  'form',
  'id',
  'version',
  'alt',
  'state',
  'hash',
  /** It has bytes that are no UTF-8. */
  'encoding',
  /** The collection has no such item. */
  'unknown',
  /** The item has another picture. */
  'picture',
  /** An earlier row is about the same item. */
  'repeated',
  /** The text is empty, but the state is not "decorative". */
  'empty',
] as const;

export interface BadRow {
  /** As spreadsheet programs count it, from 1; in JSON, the place in the list, from 1. */
  readonly row: number;
  readonly fault: (typeof ROW_FAULTS)[number];
}
