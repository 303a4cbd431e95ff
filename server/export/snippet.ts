import { escapeAttribute } from 'entities';
import type { ExportRow } from './row';

/** An `<img>` for HTML; an empty alt text says that the picture is decorative. */
export function imgSnippet({ address, alt, state }: ExportRow): string {
  const text = state === 'decorative' ? '' : alt;
  return `<img src="${escapeAttribute(sourceOf(address))}" alt="${escapeAttribute(text)}">`;
}

/** An address as it is, the path of a file as a relative address. */
function sourceOf(address: string): string {
  if (/^https?:\/\//.test(address)) return address;
  return address.split('/').map(encodeURIComponent).join('/');
}

export async function* writeSnippets(rows: AsyncIterable<ExportRow>): AsyncGenerator<string> {
  for await (const row of rows) yield `${imgSnippet(row)}\n`;
}
