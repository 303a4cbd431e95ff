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

/** Longest row, characters. What no closing quote ends by then was not meant to go on. */
const MAX_ROW = 65_536;
const BYTE_ORDER_MARK = '\ufeff';
const DELIMITERS = [',', ';', '\t', '|'];

/**
 * Reads a CSV file row by row, and never stops at a bad one: after a row with a fault it goes on at
 * the next line of the file, so that a quote which nobody closed takes no other row with it. Finds out
 * the delimiter and the line ends. Skips empty rows, but counts them.
 */
export function* readCsv(file: string): Generator<CsvRow> {
  const text = file.startsWith(BYTE_ORDER_MARK) ? file.slice(1) : file;
  const dialect = dialectOf(text);
  let [at, row, line] = [0, 1, 1];
  let width: number | undefined;
  while (at < text.length) {
    const end = at + MAX_ROW;
    for (const parsed of parse(text.slice(at, end), dialect, end >= text.length)) {
      const source = text.slice(at, at + parsed.length);
      const lines = source.split(dialect.newline).length - 1;
      const hasManyLines = source.slice(0, -1).includes(dialect.newline);
      const cells = withoutReturn(parsed.cells);
      const fault = faultOf(parsed, cells, width, hasManyLines);
      const isEmpty = cells.length === 1 && cells[0] === '';
      if (!isEmpty) yield fault ? { row, line, cells, fault } : { row, line, cells };
      width ??= fault || isEmpty ? undefined : cells.length;
      row += 1;
      if (fault && hasManyLines) {
        at = text.indexOf(dialect.newline, at) + 1;
        line += 1;
        break;
      }
      at += parsed.length;
      line += lines;
    }
  }
}

interface Dialect {
  readonly delimiter: string;
  readonly newline: '\n' | '\r';
}

interface Parsed {
  readonly cells: readonly string[];
  readonly hasBadQuotes: boolean;
  /** Characters, with the line end. */
  readonly length: number;
}

/** @param isRest whether nothing follows the text, so that its last row is complete. */
function parse(text: string, dialect: Dialect, isRest: boolean): readonly Parsed[] {
  const rows: Parsed[] = [];
  let start = 0;
  Papa.parse<string[]>(text, {
    ...dialect,
    fastMode: false,
    step({ data, errors, meta }, parser) {
      rows.push({ cells: data, hasBadQuotes: errors.length > 0, length: meta.cursor - start });
      start = meta.cursor;
      if (errors.length > 0) parser.abort();
    },
  });
  const isCut = !isRest && start === text.length && rows.length > 1;
  return isCut ? rows.slice(0, -1) : rows;
}

/** The delimiter that makes the most cells of the first line. */
function dialectOf(text: string): Dialect {
  const newline = text.includes('\n') ? '\n' : '\r';
  const [first] = text.slice(0, MAX_ROW).split(newline, 1);
  const counts = DELIMITERS.map((delimiter) => first.split(delimiter).length);
  return { delimiter: DELIMITERS[counts.indexOf(Math.max(...counts))], newline };
}

/** Lines may end with a carriage return and a line feed. */
function withoutReturn(cells: readonly string[]): readonly string[] {
  return cells.map((cell, i) => (i === cells.length - 1 ? cell.replace(/\r$/, '') : cell));
}

/** Spreadsheet programs leave out empty cells at the end of a row, but not in one of several lines. */
function faultOf(
  { hasBadQuotes }: Parsed,
  { length }: readonly string[],
  width: number | undefined,
  hasManyLines: boolean,
): CsvFault | undefined {
  if (hasBadQuotes) return 'quotes';
  if (width === undefined) return undefined;
  return length > width || (hasManyLines && length < width) ? 'cells' : undefined;
}
