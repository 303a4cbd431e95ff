/** A Markdown table; columns of figures are set to the right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const isFigure = (cell: string) => /^[\d.,% ]*$/.test(cell);
  const rule = header.map((_, i) => (i && rows.every((row) => isFigure(row[i])) ? '---:' : '---'));
  return [header, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

/** A Markdown list of named facts. */
export function facts(named: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(named)
    .filter(([, fact]) => fact !== undefined)
    .map(([name, fact]) => `- ${name}: ${fact}`)
    .join('\n');
}

/** A share in [0, 1] as a percentage. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** An integer with commas between thousands. */
export function integer(value: number): string {
  return value.toLocaleString('en-US');
}
