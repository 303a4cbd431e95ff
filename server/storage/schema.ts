import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Keywords } from '../../models/sequence/keywords';
import type { HouseRules } from '../workspace/house-rules';
import type { AltAction, AltState, Source, Warning } from '../workspace/kinds';
import { collections, negar } from './collection-schema';
import { bytea, instant, tsvector } from './columns';
import { jobItems } from './job-schema';

export { collections, negar } from './collection-schema';
export { jobItems, jobs, spool, uploadParts, uploads } from './job-schema';

/** A picture by its content, however often it is used. */
export const images = negar.table('images', {
  /** SHA-256 of the file, hexadecimal. */
  hash: text().primaryKey(),
  /** Of the file. */
  byteCount: integer().notNull(),
  /** Media type. */
  type: text().notNull(),
  /** Pixels, upright. */
  width: integer().notNull(),
  height: integer().notNull(),
  /** WebP of at most 768 x 768 pixels. */
  thumbnail: bytea().notNull(),
  createdAt: instant().notNull().defaultNow(),
});

/** The file of a picture, only where somebody wanted it kept. */
export const originals = negar.table('originals', {
  hash: text()
    .primaryKey()
    .references(() => images.hash, { onDelete: 'cascade' }),
  bytes: bytea().notNull(),
});

/** What a model wrote about a picture. */
export const captionRuns = negar.table(
  'caption_runs',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    imageHash: text()
      .notNull()
      .references(() => images.hash, { onDelete: 'cascade' }),
    model: text().notNull(),
    modelVersion: text().notNull(),
    /** The options that decide what the model writes, in one spelling. */
    options: text().notNull(),
    candidates: jsonb()
      .$type<readonly { text: string; logProbability: number; confidence: number }[]>()
      .notNull(),
    /** Of the first candidate. */
    confidence: doublePrecision().notNull(),
    hedged: boolean().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (run) => [unique().on(run.imageHash, run.model, run.modelVersion, run.options)],
);

/** A use of a picture, with the alt text that it has now. */
export const items = negar.table(
  'items',
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    collectionId: uuid()
      .notNull()
      .references(() => collections.id, { onDelete: 'cascade' }),
    imageHash: text()
      .notNull()
      .references(() => images.hash),
    runId: integer()
      .notNull()
      .references(() => captionRuns.id),
    /** Whether the caption was there before the item. */
    cached: boolean().notNull(),
    /** The work that it came from; unique, so that none is stored twice. */
    jobItemId: integer()
      .unique()
      .references(() => jobItems.id, { onDelete: 'set null' }),
    /** What it came with; items of one batch have neighbours. Outlives the job. */
    batch: uuid().notNull(),
    /** Place in the batch. */
    position: integer().notNull(),
    name: text().notNull(),
    /** Sorts names as people do, by code points. */
    sortKey: text().notNull(),
    source: jsonb().$type<Source>().notNull(),
    /** The alt text that the picture has where it is used; null if it has none. */
    presentAlt: text(),
    /** Text around it where it is used. */
    context: text(),
    confidence: doublePrecision().notNull(),
    alt: text().notNull(),
    /** Characters of `alt` as people count them. */
    altLength: integer().notNull(),
    state: text().$type<AltState>().notNull(),
    version: integer().notNull(),
    /** Who wrote this version; null for the model. */
    reviewer: text(),
    warnings: text().array().$type<Warning[]>().notNull(),
    search: tsvector().notNull(),
    /** Of `alt`; null until a model has read it. */
    keywords: jsonb().$type<Keywords>(),
    createdAt: instant().notNull().defaultNow(),
    changedAt: instant().notNull().defaultNow(),
  },
  (item) => [
    index().on(item.collectionId, item.confidence, item.id),
    index().on(item.collectionId, item.id),
    index('items_sort_key').on(item.collectionId, sql`${item.sortKey} collate "C"`, item.id),
    index().on(item.batch, item.position),
    index().on(item.imageHash),
    index().on(item.runId),
    index().on(item.changedAt),
    index().using('gin', item.search),
    index('items_unread')
      .on(item.id)
      .where(sql`${item.keywords} is null`),
    index('items_keywords').using('gin', item.keywords.op('jsonb_path_ops')),
  ],
);

/** Every version of every alt text; none is ever changed. */
export const altTexts = negar.table(
  'alt_texts',
  {
    itemId: integer()
      .notNull()
      .references(() => items.id, { onDelete: 'cascade' }),
    version: integer().notNull(),
    /** The version that undoing this one brings back; null where nothing is left to undo. */
    parent: integer(),
    action: text().$type<AltAction>().notNull(),
    state: text().$type<AltState>().notNull(),
    text: text().notNull(),
    reviewer: text(),
    createdAt: instant().notNull().defaultNow(),
  },
  (alt) => [primaryKey({ columns: [alt.itemId, alt.version] })],
);

export const reviewers = negar.table('reviewers', {
  name: text().primaryKey(),
  createdAt: instant().notNull().defaultNow(),
});

/** One row. */
export const settings = negar.table(
  'settings',
  {
    id: integer().primaryKey().default(1),
    houseRules: jsonb().$type<HouseRules>().notNull(),
    /** Days after their last change at which items are deleted; null keeps them. */
    retentionDays: integer(),
  },
  (row) => [check('settings_one_row', sql`${row.id} = 1`)],
);
