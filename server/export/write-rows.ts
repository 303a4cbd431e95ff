import Papa from 'papaparse';
import type { Target } from '../../models/sequence/languages';
import { toCell } from './formula';
import { COLUMNS, type TranslatedRow, translationColumn } from './row';

/** Tells spreadsheet programs that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';
const NEWLINE = '\r\n';

/**
 * RFC 4180. No cell begins a formula: see `toCell`.
 * @param languages of the translations, each of which gets a column.
 */
export async function* writeCsv(
  rows: AsyncIterable<TranslatedRow>,
  languages: readonly Target[] = [],
): AsyncGenerator<string> {
  const columns = [...COLUMNS, ...languages.map(translationColumn)];
  yield BYTE_ORDER_MARK + columns.join(',') + NEWLINE;
  for await (const row of rows) {
    const cells = columns.map((column) => toCell(String(row[column] ?? '')));
    yield Papa.unparse([cells], { quotes: true }) + NEWLINE;
  }
}

export async function* writeJson(rows: AsyncIterable<TranslatedRow>): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const row of rows) {
    yield separator + JSON.stringify(row);
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}
