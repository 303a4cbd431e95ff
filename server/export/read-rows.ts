import { z } from 'zod';
import { NegarError } from '../../models/errors';
import { fromCell } from './formula';
import { readCsv } from '../workspace/read-csv';
import { type BadRow, importRowSchema, type ImportRow, NEEDED_COLUMNS, ROW_FAULTS } from './row';

export type ReadRow = (ImportRow & { readonly row: number }) | BadRow;

/** Stands for bytes that are no UTF-8. */
const REPLACEMENT = '\ufffd';

const jsonSchema = z.union([
  z.array(z.unknown()),
  z.object({ items: z.array(z.unknown()) }).transform(({ items }) => items),
]);

/**
 * Reads a file that was exported and then edited, CSV or JSON. Bad rows come as such, wherever they
 * stand.
 * @throws {NegarError} IMPORT_INVALID when the file as a whole cannot be read.
 */
export function readRows(file: Uint8Array): Iterable<ReadRow> {
  const { text, isDamaged } = decode(file);
  return /^\s*[[{]/.test(text) ? readJson(text) : readCsvRows(text, isDamaged);
}

function* readCsvRows(text: string, isDamaged: boolean): Generator<ReadRow> {
  let header: readonly string[] | undefined;
  for (const { row, cells, fault } of readCsv(text)) {
    if (!header) header = checkHeader(cells);
    else if (fault) yield { row, fault };
    else if (isDamaged && cells.some((cell) => cell.includes(REPLACEMENT))) {
      yield { row, fault: 'encoding' };
    } else {
      const named = header.map((name, i) => [name, fromCell(cells[i] ?? '')] as const);
      yield check(row, Object.fromEntries(named.toReversed()));
    }
  }
  if (!header) throw invalid('The file is empty.');
}

function checkHeader(cells: readonly string[]): readonly string[] {
  const header = cells.map((cell) => cell.trim().toLowerCase());
  const missing = NEEDED_COLUMNS.filter((name) => !header.includes(name));
  if (missing.length === 0) return header;
  throw invalid(`The first row names no column ${missing.map((name) => `"${name}"`).join(', ')}.`);
}

function* readJson(text: string): Generator<ReadRow> {
  const { data: entries } = jsonSchema.safeParse(parseJson(text));
  if (!entries) throw invalid('The JSON is no list, and no object with a list "items".');
  for (const [place, entry] of entries.entries()) yield check(place + 1, entry);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw invalid(`The file is no JSON: ${(cause as Error).message}.`);
  }
}

function check(row: number, entry: unknown): ReadRow {
  const { data, error } = importRowSchema.safeParse(entry);
  if (data) return { row, ...data };
  const field = error?.issues[0].path[0];
  return { row, fault: ROW_FAULTS.find((fault) => fault === field) ?? 'form' };
}

/** UTF-16 is what Excel calls "Unicode text". */
function decode(file: Uint8Array): { text: string; isDamaged: boolean } {
  const [first, second] = file;
  if (first === 0xff && second === 0xfe) return { text: utf16('utf-16le'), isDamaged: false };
  if (first === 0xfe && second === 0xff) return { text: utf16('utf-16be'), isDamaged: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(file), isDamaged: false };
  } catch {
    return { text: new TextDecoder().decode(file), isDamaged: true };
  }

  function utf16(encoding: string): string {
    return new TextDecoder(encoding).decode(file);
  }
}

function invalid(problem: string): NegarError {
  return new NegarError(
    'IMPORT_INVALID',
    `${problem} Choose a CSV or JSON file that was exported here; its columns "id", "version" and "alt" must stay.`,
  );
}
