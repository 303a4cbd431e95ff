import Papa from 'papaparse';
import { toCell } from './formula';
import { COLUMNS, type ExportRow } from './row';

/** Tells spreadsheet programs that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';
const NEWLINE = '\r\n';

/** RFC 4180. No cell begins a formula: see `toCell`. */
export async function* writeCsv(rows: AsyncIterable<ExportRow>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + COLUMNS.join(',') + NEWLINE;
  for await (const row of rows) {
    const cells = COLUMNS.map((column) => toCell(String(row[column] ?? '')));
    yield Papa.unparse([cells], { quotes: true }) + NEWLINE;
  }
}

export async function* writeJson(rows: AsyncIterable<ExportRow>): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const row of rows) {
    yield separator + JSON.stringify(row);
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}
