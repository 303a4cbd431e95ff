import Papa from 'papaparse';

/** A row of a CSV file; where its quotes or its cells do not add up, what is wrong. */
export interface CsvRow {
  /** As spreadsheet programs count them, from 1. */
  readonly row: number;
  /** The line of the file on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly fault?: CsvFault;
}

/** Quotes that are not closed or closed too early; more cells than the first row has. */
export type CsvFault = 'quotes' | 'cells';

/** Longest row, characters, and lines over which it may go on in quotes. */
const MAX_LENGTH = 65_536;
const MAX_LINES = 20;
const BYTE_ORDER_MARK = '\ufeff';
const DELIMITERS = [',', ';', '\t', '|'];

/**
 * Reads a CSV file (RFC 4180) row by row, and never stops at a bad one: after a row with a fault it
 * goes on at the next line of the file, so that a quote which nobody closed takes no other row with
 * it. Finds out the delimiter and the line ends; within cells they become line feeds. Skips empty rows,
 * but counts them.
 */
export function* readCsv(file: string): Generator<CsvRow> {
  const text = file.startsWith(BYTE_ORDER_MARK) ? file.slice(1) : file;
  const lines = text.split(text.includes('\n') ? /\r?\n/ : '\r');
  const delimiter = delimiterOf(lines[0]);
  let width: number | undefined;
  for (let [at, row] = [0, 1]; at < lines.length; row++) {
    const { cells, count } = parseRow(lines, at, delimiter);
    const fault = faultOf(cells, width, count > 1);
    const isEmpty = cells?.length === 1 && cells[0] === '';
    const place = { row, line: at + 1, cells: cells ?? [] };
    if (!isEmpty) yield fault ? { ...place, fault } : place;
    width ??= fault || isEmpty ? undefined : cells?.length;
    at += fault ? 1 : count;
  }
}

/** @returns the cells, unless the quotes do not add up, and how many lines they took. */
function parseRow(
  lines: readonly string[],
  start: number,
  delimiter: string,
): { cells?: readonly string[]; count: number } {
  const line = lines[start];
  if (line.length > MAX_LENGTH) return { count: 1 };
  if (!line.includes('"')) return { cells: line.split(delimiter), count: 1 };
  const alone = parseFirst(line, delimiter);
  if (alone.errors.length === 0) return { cells: alone.data[0] ?? [], count: 1 };
  const following = lines
    .slice(start, start + MAX_LINES)
    .join('\n')
    .slice(0, MAX_LENGTH);
  const { data, errors, meta } = parseFirst(following, delimiter);
  if (errors.length > 0) return { count: 1 };
  const count = following.slice(0, meta.cursor).replace(/\n$/, '').split('\n').length;
  return { cells: data[0], count };
}

function parseFirst(text: string, delimiter: string): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: 1 });
}

/** The delimiter that makes the most cells of the first line. */
function delimiterOf(line: string): string {
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))];
}

/** Spreadsheet programs leave out empty cells at the end of a row, but not in one of several lines. */
function faultOf(
  cells: readonly string[] | undefined,
  width: number | undefined,
  hasManyLines: boolean,
): CsvFault | undefined {
  if (!cells) return 'quotes';
  if (width === undefined) return undefined;
  const isShort = hasManyLines && cells.length < width;
  return cells.length > width || isShort ? 'cells' : undefined;
}
