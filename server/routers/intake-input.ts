import { z } from 'zod';
import { captionOptionsSchema } from '../../models/captioner/options';
import { NegarError } from '../../models/errors';
import { parseOptions } from '../../models/options';
import { MAX_ARCHIVE_BYTES } from '../intake/uploads';
import { errorCodeSchema, jobIdSchema } from '../jobs/job';
import { collectionIdSchema } from '../workspace/collection';
import { sourceSchema } from '../workspace/kinds';
import { filledLineSchema } from '../workspace/plain-text';

/** What imports take and answer. */

const fileName = filledLineSchema(255);

/** What every import says of the job that it begins. */
const jobFields = {
  collectionId: collectionIdSchema,
  /** Keeps the files, not only thumbnails. */
  keepOriginals: z.boolean().default(false),
  /** Who imports. */
  reviewer: filledLineSchema(100).optional(),
  options: captionOptionsSchema.strict().prefault({}),
};

const partFields = { upload: z.uuid(), number: z.int().nonnegative() };

/** A form: files in the fields of the name `file`, and one field `json` with the rest. */
function formSchema<S extends z.ZodType>(schema: S) {
  return z
    .instanceof(FormData, { error: 'must be a form (multipart/form-data)' })
    .transform((form) => {
      const files = form.getAll('file').filter((value) => value instanceof File);
      const json = parseJson(form.get('json'));
      if (files.length > 0 && json !== undefined) {
        return { files, json: parseOptions(schema, json as z.input<S>) };
      }
      throw new NegarError(
        'REQUEST_INVALID',
        'The form needs a file "file" and a field "json" with JSON in it.',
      );
    });
}

function parseJson(text: FormDataEntryValue | null): unknown {
  try {
    return JSON.parse(typeof text === 'string' ? text : '');
  } catch {
    return undefined;
  }
}

/** Files for a new job, or for one that is there. */
export const filesInputSchema = formSchema(
  z.union([z.strictObject({ job: jobIdSchema }), z.strictObject(jobFields)]),
);

/** One ZIP archive, or one CSV. */
export const fileInputSchema = formSchema(z.strictObject(jobFields));

export const uploadInputSchema = z.strictObject({
  name: fileName,
  byteCount: z.int().min(1).max(MAX_ARCHIVE_BYTES),
});

export const partInputSchema = formSchema(z.strictObject(partFields));

/** A ZIP archive that arrived in parts. */
export const archiveInputSchema = z.strictObject({ ...jobFields, upload: z.uuid() });

export const pageInputSchema = z.strictObject({ ...jobFields, address: z.string().max(8192) });

export const uploadSchema = z.object({
  id: z.uuid(),
  /** How many parts to send. */
  parts: z.int(),
  /** Bytes of each but the last one. */
  partBytes: z.int(),
});

const count = z.int().nonnegative();

/** What an import did. */
export const reportSchema = z.object({
  job: jobIdSchema,
  /** Pictures that wait for their caption now. */
  added: count,
  /** Pictures that the job had already. */
  known: count,
  /** Rows that could not be imported. */
  bad: count,
  /** The first 1,000 of those; `jobs.items` lists all. */
  badRows: z.array(
    z.object({
      /** A line of a CSV, else the place among the files or pictures, from 1. */
      row: count,
      name: z.string(),
      source: sourceSchema,
      code: errorCodeSchema,
      message: z.string(),
    }),
  ),
});

export type Report = z.output<typeof reportSchema>;
