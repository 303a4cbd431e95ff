import Papa from 'papaparse';
import { NegarError, toNegarError } from '../../models/errors';
import { parseAddress } from '../fetch/parse-address';
import { type Found, MAX_NAME, MAX_TEXT, nameOf } from './found';
import { plainText } from '../workspace/plain-text';

/** Most rows of a list. */
const MAX_ROWS = 100_000;
/** Lines over which one row may go on, in quotes. */
const MAX_LINES = 20;
/** Longest row, characters. */
const MAX_ROW_LENGTH = 32_768;
const DELIMITERS = [',', ';', '\t'];
const COLUMNS = ['url', 'name', 'alt', 'context'] as const;

type Column = (typeof COLUMNS)[number];

/**
 * Reads a CSV of pictures' addresses (RFC 4180), with a first row that names the columns: `url`, and
 * where wanted `name`, `alt`, `context`; others are left out. Columns are separated by commas,
 * semicolons or tabs. A row that cannot be read is a bad row, and the next line begins a new one, so
 * that a missing quote costs one row. Rows are numbered by their first line, from 1.
 * @throws {NegarError} ROW_INVALID when the first row names no column `url`.
 */
export function* readCsv(file: string, text: string): Generator<Found> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const { delimiter, header } = readHeader(lines[0]);
  let rows = 0;
  for (let i = 1; i < lines.length;) {
    const row = i + 1;
    const { fields, count } = readRow(lines, i, delimiter);
    i += count;
    if (fields?.every((field) => field.trim() === '')) continue;
    if (rows++ === MAX_ROWS) {
      const message = `The list has more than ${MAX_ROWS} rows; the others are left out. Split it.`;
      yield badRow(row, file, new NegarError('ROW_INVALID', message));
      return;
    }
    yield found(row, file, fields && fieldsByColumn(fields, header));
  }
}

function readHeader(line: string): { delimiter: string; header: string[] } {
  for (const delimiter of DELIMITERS) {
    const fields = parseRow(line, delimiter) ?? [];
    const header = fields.map((field) => field.trim().toLowerCase());
    if (header.includes('url')) return { delimiter, header };
  }
  throw new NegarError(
    'ROW_INVALID',
    `The first row must name the columns, among them "url"; known are ${COLUMNS.join(', ')}.`,
  );
}

/** @returns the fields, if they can be read, and how many lines they took. */
function readRow(
  lines: readonly string[],
  start: number,
  delimiter: string,
): { fields?: string[]; count: number } {
  const line = lines[start];
  if (line.length > MAX_ROW_LENGTH) return { count: 1 };
  if (!line.includes('"')) return { fields: line.split(delimiter), count: 1 };
  const fields = parseRow(line, delimiter);
  if (fields) return { fields, count: 1 };
  const following = lines
    .slice(start, start + MAX_LINES)
    .join('\n')
    .slice(0, MAX_ROW_LENGTH);
  const { data, errors, meta } = parseFirst(following, delimiter);
  if (errors.length > 0) return { count: 1 };
  return { fields: data[0], count: following.slice(0, meta.cursor).trimEnd().split('\n').length };
}

function parseRow(line: string, delimiter: string): string[] | undefined {
  const { data, errors } = parseFirst(line, delimiter);
  return errors.length > 0 ? undefined : (data[0] ?? []);
}

function parseFirst(text: string, delimiter: string): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: 1 });
}

function fieldsByColumn(
  fields: readonly string[],
  header: readonly string[],
): Partial<Record<Column, string>> | undefined {
  if (fields.length > header.length) return undefined;
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
