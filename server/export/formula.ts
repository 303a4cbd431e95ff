/**
 * What a spreadsheet program may take for the beginning of a formula: the characters that OWASP
 * lists under "CSV injection", with their full-width forms.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A cell that no spreadsheet program calculates: a text that would begin a formula, after any number
 * of apostrophes, gets one apostrophe more. `fromCell` takes it away again.
 */
export function toCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text of a cell: exactly what `toCell` was given, whatever that was. */
export function fromCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
