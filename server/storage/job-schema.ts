import {
  boolean,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { ErrorCode } from '../../models/errors';
import type { CaptionOptions } from '../../models/captioner/options';
import type { JobItemState, JobKind, JobState, Source } from '../workspace/kinds';
import { collections, negar } from './collection-schema';
import { bytea, instant } from './columns';

/** Many pictures to caption. */
export const jobs = negar.table('jobs', {
  id: uuid().primaryKey().defaultRandom(),
  collectionId: uuid()
    .notNull()
    .references(() => collections.id, { onDelete: 'cascade' }),
  kind: text().$type<JobKind>().notNull(),
  name: text().notNull(),
  state: text().$type<JobState>().notNull(),
  options: jsonb().$type<CaptionOptions>().notNull(),
  keepOriginals: boolean().notNull(),
  /** Who asked for it. */
  reviewer: text(),
  createdAt: instant().notNull().defaultNow(),
  finishedAt: instant(),
});

export const jobItems = negar.table(
  'job_items',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    jobId: uuid()
      .notNull()
      .references(() => jobs.id, { onDelete: 'cascade' }),
    /** Tells the item from every other of its job. */
    key: text().notNull(),
    /** Place in the job, from 0. */
    position: integer().notNull(),
    name: text().notNull(),
    source: jsonb().$type<Source>().notNull(),
    presentAlt: text(),
    context: text(),
    state: text().$type<JobItemState>().notNull().default('waiting'),
    /** How often somebody began with it; 0 for what could not even be imported. */
    attempts: integer().notNull().default(0),
    /** The ticket of the queue that it is worked on with. */
    ticket: uuid(),
    errorCode: text().$type<ErrorCode>(),
    errorMessage: text(),
    startedAt: instant(),
    finishedAt: instant(),
  },
  (item) => [unique().on(item.jobId, item.key), index().on(item.jobId, item.state, item.position)],
);

/** Files that wait for their caption; each goes in the transaction that stores it. */
export const spool = negar.table('spool', {
  jobItemId: integer()
    .primaryKey()
    .references(() => jobItems.id, { onDelete: 'cascade' }),
  bytes: bytea().notNull(),
});

/** Archives that arrive in parts. */
export const uploads = negar.table('uploads', {
  id: uuid().primaryKey().defaultRandom(),
  name: text().notNull(),
  byteCount: integer().notNull(),
  createdAt: instant().notNull().defaultNow(),
});

export const uploadParts = negar.table(
  'upload_parts',
  {
    uploadId: uuid()
      .notNull()
      .references(() => uploads.id, { onDelete: 'cascade' }),
    /** From 0. */
    number: integer().notNull(),
    bytes: bytea().notNull(),
  },
  (part) => [primaryKey({ columns: [part.uploadId, part.number] })],
);
