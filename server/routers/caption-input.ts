import { z } from 'zod';
import { captionOptionsSchema, streamOptionsSchema } from '../../models/captioner/options';
import { NegarError } from '../../models/errors';
import { checkByteCount } from '../../models/photo/limits';
import { TARGETS } from '../../models/sequence/languages';

const PHOTO = 'photo';

/** Different languages to translate to. */
export const languagesSchema = z
  .array(z.enum(TARGETS))
  .refine((languages) => new Set(languages).size === languages.length, {
    error: 'must not list a language twice',
  });

/** What the server offers beside the captioner's own options. */
const served = {
  /** Also names the caption's nouns, verbs and adjectives. */
  keywords: z.boolean().default(false),
  /** Also translates the caption and the alt text. */
  languages: languagesSchema.default([]),
};

export const servedOptionsSchema = captionOptionsSchema.safeExtend(served);
export const servedStreamOptionsSchema = streamOptionsSchema.extend(served);

/** One run of characters, so that the expression needs no stack however long the text is. */
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** The bytes of a photo's file in base64 (RFC 4648, section 4). */
const base64Schema = z
  .string()
  .refine((text) => text.length % 4 === 0 && BASE64.test(text), {
    error: 'must be the bytes of a photo in base64, without spaces and without "data:"',
  })
  // A copy, since small buffers share memory that cannot be moved to a worker.
  .transform((text) => checked(new Uint8Array(Buffer.from(text, 'base64'))));

/** The same as a form: a file named `photo`, and options as text. */
export const formInputSchema = z
  .instanceof(FormData, { error: 'must be a form (multipart/form-data) with a file "photo"' })
  .transform(async (form) => {
    const { [PHOTO]: file, ...options } = Object.fromEntries(form);
    if (!(file instanceof File)) {
      throw new NegarError(
        'REQUEST_INVALID',
        'The form has no file named "photo". Add one: curl -F photo=@photo.jpg',
      );
    }
    checkByteCount(file.size);
    const values = Object.entries(options).map(([name, value]) => [name, parseField(name, value)]);
    return {
      photo: new Uint8Array(await file.arrayBuffer()),
      options: Object.fromEntries(values) as unknown,
    };
  })
  .pipe(
    z.object({
      photo: z.instanceof(Uint8Array<ArrayBuffer>),
      options: servedOptionsSchema.strict(),
    }),
  );

export const base64InputSchema = z.object({
  photo: base64Schema,
  options: servedOptionsSchema.strict().prefault({}),
});

export const streamInputSchema = z.object({
  photo: base64Schema,
  options: servedStreamOptionsSchema.strict().prefault({}),
});

/**
 * Languages are separated by commas; every other option is a number or a boolean. Other text stays
 * text, for the schema to refuse.
 */
function parseField(name: string, value: FormDataEntryValue): unknown {
  if (name === 'languages' && typeof value === 'string') return value.split(',').filter(Boolean);
  if (value === 'true' || value === 'false') return value === 'true';
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
}

function checked(photo: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  checkByteCount(photo.byteLength);
  return photo;
}
