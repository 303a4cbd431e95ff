import { type AnyColumn, asc, desc, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { NegarError } from '../../models/errors';
import { items } from '../storage/schema';
import type { ItemListInput } from './item';

/**
 * Keyset pagination: a page begins after the last item of the one before, whatever was changed in
 * between, and costs the same at the end of the list as at its start.
 */

type Sort = ItemListInput['sort'];

interface Last {
  readonly id: number;
  readonly confidence: number;
  readonly sortKey: string;
}

const cursorSchema = z.tuple([z.union([z.number(), z.string()]), z.number().int()]);

/** Digits of numbers in sort keys. */
const NUMBER_WIDTH = 12;
const MAX_SORT_KEY = 300;

const nameInOrder = sql`${items.sortKey} collate "C"`;

export function orderOf(sort: Sort): SQL[] {
  if (sort === 'newest') return [desc(items.id)];
  return [asc(keyOf(sort)), asc(items.id)];
}

/** The condition that an item comes after the cursor. @throws {NegarError} OPTION_INVALID. */
export function after(sort: Sort, cursor: string): SQL {
  const [key, id] = parse(cursor);
  if (sort === 'newest') return sql`${items.id} < ${id}`;
  if (typeof key !== (sort === 'confidence' ? 'number' : 'string')) throw unknownCursor();
  return sql`(${keyOf(sort)}, ${items.id}) > (${key}, ${id})`;
}

export function cursorOf(sort: Sort, { id, confidence, sortKey }: Last): string {
  const key = { newest: id, confidence, name: sortKey }[sort];
  return Buffer.from(JSON.stringify([key, id])).toString('base64url');
}

/** Sorts "photo 2" before "Photo 10". */
export function sortKeyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\d+/g, (digits) => digits.padStart(NUMBER_WIDTH, '0'))
    .slice(0, MAX_SORT_KEY);
}

function keyOf(sort: 'confidence' | 'name'): AnyColumn | SQL {
  return sort === 'confidence' ? items.confidence : nameInOrder;
}

function parse(cursor: string): z.output<typeof cursorSchema> {
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw unknownCursor();
  }
}

function unknownCursor(): NegarError {
  return new NegarError(
    'OPTION_INVALID',
    'The cursor is none of this list. Pass the nextCursor of the page before, with the same sort.',
  );
}
