import { z } from 'zod';
import { NegarError } from '../../models/errors';
import { parseOptions } from '../../models/options';
import { PATCH_SCOPES } from '../export/choose-alt';
import { reviewerSchema } from '../workspace/change';
import { collectionIdSchema } from '../workspace/collection';
import { ALT_STATES } from '../workspace/kinds';
import { languagesSchema } from './caption-input';

const stateSchema = z.enum(ALT_STATES);

/** States of alt texts that a person has seen. */
const REVIEWED = ['edited', 'approved', 'decorative'] as const;

const selection = {
  collectionId: collectionIdSchema,
  /** Only alt texts in one of these states; left out, all. */
  states: z.array(stateSchema).optional(),
};

/** Most alt texts that are translated for one page. */
const MAX_TRANSLATED = 100;

export const pageInputSchema = z
  .strictObject({
    ...selection,
    limit: z.number().int().min(1).max(500).default(100),
    /** `nextCursor` of the page before. */
    cursor: z.number().int().nonnegative().default(0),
    /** Also translates the alt texts. */
    languages: languagesSchema.default([]),
  })
  .refine(({ limit, languages }) => limit * languages.length <= MAX_TRANSLATED, {
    path: ['limit'],
    error: `times the number of languages must be at most ${MAX_TRANSLATED}: ask for fewer rows at a time`,
  });

/** In forms, states are one text, with commas between them. */
const stateList = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(stateSchema));
const states = stateList.prefault(REVIEWED.join(','));

/** The same in an address. */
export const downloadSchema = z.object({
  collectionId: collectionIdSchema,
  states: stateList.optional(),
  languages: z
    .string()
    .transform((list) => list.split(',').filter(Boolean))
    .pipe(languagesSchema)
    .default([]),
});

export const importInputSchema = formSchema(
  z.strictObject({
    collectionId: collectionIdSchema,
    /** Who edited it. */
    reviewer: reviewerSchema,
  }),
);

export const patchInputSchema = formSchema(
  z.strictObject({
    collectionId: collectionIdSchema,
    states,
    scope: z.enum(PATCH_SCOPES).default('missing'),
    /** Where the page is published; resolves relative addresses. */
    address: z.url({ protocol: /^https?$/ }).optional(),
  }),
);

export const describeInputSchema = formSchema(
  z.strictObject({ collectionId: collectionIdSchema, states }),
);

/** A form (multipart/form-data) with the file `file`, and options as text. */
function formSchema<S extends z.ZodObject>(optionsSchema: S) {
  return z
    .instanceof(FormData, { error: 'must be a form (multipart/form-data) with a file "file"' })
    .transform(async (form) => {
      const { file, ...options } = Object.fromEntries(form);
      if (!(file instanceof File)) {
        throw new NegarError(
          'REQUEST_INVALID',
          'The form has no file named "file". Add one: curl -F file=@alt-texts.csv',
        );
      }
      return {
        file: { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) },
        options: parseOptions(optionsSchema, options as z.input<S>),
      };
    });
}
