import { boolean, jsonb, pgSchema, text, uuid } from 'drizzle-orm/pg-core';
import type { HouseRules } from '../workspace/house-rules';
import { instant } from './columns';

/** A schema of its own, so that the database may hold other things, too. */
export const negar = pgSchema('negar');

/** Items that belong together: a website, an album, a delivery. */
export const collections = negar.table('collections', {
  id: uuid().primaryKey().defaultRandom(),
  name: text().notNull(),
  keepOriginals: boolean().notNull().default(false),
  /** The collection's own; null follows those of the team. */
  houseRules: jsonb().$type<HouseRules>(),
  createdAt: instant().notNull().defaultNow(),
});
