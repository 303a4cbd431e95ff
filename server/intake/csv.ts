import { NegarError, toNegarError } from '../../models/errors';
import { parseAddress } from '../fetch/parse-address';
import { plainText } from '../workspace/plain-text';
import { readCsv } from '../workspace/read-csv';
import { type Found, MAX_NAME, MAX_TEXT, nameOf } from './found';

/** Most rows of a list. */
const MAX_ROWS = 100_000;
const COLUMNS = ['url', 'name', 'alt', 'context'] as const;

type Column = (typeof COLUMNS)[number];

/**
 * Reads a CSV of pictures' addresses (RFC 4180), with a first row that names the columns: `url`, and
 * where wanted `name`, `alt`, `context`; others are left out. A row that cannot be read is a bad row,
 * and the next line begins a new one. Rows are numbered by their first line, from 1.
 * @throws {NegarError} ROW_INVALID when the first row names no column `url`.
 */
export function* readAddresses(file: string, text: string): Generator<Found> {
  let header: string[] | undefined;
  let rows = 0;
  for (const { line, cells, fault } of readCsv(text)) {
    if (!header) {
      header = readHeader(cells);
      continue;
    }
    if (!fault && cells.every((cell) => cell.trim() === '')) continue;
    if (rows++ === MAX_ROWS) {
      const message = `The list has more than ${MAX_ROWS} rows; the others are left out. Split it.`;
      yield badRow(line, file, new NegarError('ROW_INVALID', message));
      return;
    }
    yield found(line, file, fault ? undefined : fieldsByColumn(cells, header));
  }
  if (!header) readHeader([]);
}

function readHeader(cells: readonly string[]): string[] {
  const header = cells.map((cell) => cell.trim().toLowerCase());
  if (header.includes('url')) return header;
  throw new NegarError(
    'ROW_INVALID',
    `The first row must name the columns, among them "url"; known are ${COLUMNS.join(', ')}.`,
  );
}

function fieldsByColumn(
  fields: readonly string[],
  header: readonly string[],
): Partial<Record<Column, string>> {
  return Object.fromEntries(header.map((name, i) => [name, fields[i]]));
}

function found(row: number, file: string, fields?: Partial<Record<Column, string>>): Found {
  if (!fields) {
    const message =
      'The row has a quote too many or too few, more fields than the first row, or is too long.';
    return badRow(row, file, new NegarError('ROW_INVALID', message));
  }
  const address = fields.url?.trim() ?? '';
  try {
    const url = parseAddress(address);
    return {
      row,
      name: plainText(fields.name ?? '', MAX_NAME) || nameOf(decodePath(url)),
      source: { kind: 'url', url: url.href },
      presentAlt: fields.alt === undefined ? undefined : plainText(fields.alt, MAX_TEXT),
      context: plainText(fields.context ?? '', MAX_TEXT) || undefined,
    };
  } catch (error) {
    return badRow(
      row,
      plainText(fields.name ?? '', MAX_NAME) || plainText(address, MAX_NAME) || file,
      error,
      address,
    );
  }
}

/** The path of an address as people read it. */
function decodePath({ pathname, hostname }: URL): string {
  try {
    return decodeURIComponent(pathname) || hostname;
  } catch {
    return pathname;
  }
}

function badRow(row: number, name: string, error: unknown, url = ''): Found {
  const source = { kind: 'url', url: plainText(url, MAX_TEXT) } as const;
  return { row, name, source, error: toNegarError(error) };
}
