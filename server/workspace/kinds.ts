import { z } from 'zod';

/** The closed sets of the workspace. */

export const ALT_STATES = ['draft', 'edited', 'approved', 'decorative'] as const;
export type AltState = (typeof ALT_STATES)[number];

export const ALT_ACTIONS = [
  'caption',
  'accept',
  'choose',
  'edit',
  'decorative',
  'undo',
  'import',
  'rules',
] as const;
export type AltAction = (typeof ALT_ACTIONS)[number];

export const WARNINGS = [
  'empty',
  'tooLong',
  'opening',
  'fileName',
  'repeated',
  'prefix',
  'forbidden',
  'gendered',
] as const;
export type Warning = (typeof WARNINGS)[number];

export const JOB_KINDS = ['files', 'zip', 'csv', 'page'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

export const JOB_STATES = ['running', 'paused', 'cancelled', 'done'] as const;
export type JobState = (typeof JOB_STATES)[number];

export const JOB_ITEM_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobItemState = (typeof JOB_ITEM_STATES)[number];

/** Where a picture came from. */
export const sourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), path: z.string() }),
  z.object({ kind: z.literal('zip'), archive: z.string(), path: z.string() }),
  z.object({ kind: z.literal('url'), url: z.string(), page: z.string().optional() }),
]);
export type Source = z.output<typeof sourceSchema>;
