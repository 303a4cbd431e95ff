import { z } from 'zod';

/** What PostgreSQL cannot hold or a page would not show, with the white space around it. */
const UNPRINTABLE = /\s*[\p{Cc}\p{Cs}\u2028\u2029]+\s*/gu;
/** What turns the direction of text that follows; marks (U+200E, U+200F) may stay. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;

/** One line of text that may come from anywhere, such as a file name, safe to store and to show. */
export function plainText(text: string, maxLength: number): string {
  const clean = text.replaceAll(UNPRINTABLE, ' ').replaceAll(DIRECTION, '').trim();
  return clean.slice(0, maxLength).replace(/[\ud800-\udbff]$/, '');
}

/** Text of people, in one line: at most `maxLength` UTF-16 code units, more is refused. */
export const lineSchema = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .transform((text) => plainText(text, maxLength));

/** The same with at least one character. */
export const filledLineSchema = (maxLength: number) =>
  lineSchema(maxLength).pipe(z.string().min(1, { error: 'must not be empty' }));
