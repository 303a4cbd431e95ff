import { escapeAttribute } from 'entities';
import { directionOf, type Language, SOURCE, type Target } from '../../models/sequence/languages';
import { type TranslatedRow, translationColumn } from './row';

const NOTE =
  '<!-- A machine translated the English. Read the translations before you publish. -->\n';

/**
 * An `<img>` for HTML; an empty alt text says that the picture is decorative.
 * @param language of the alt text, which the `<img>` then tells; left out, it is English and says
 *   nothing.
 */
export function imgSnippet(row: TranslatedRow, language?: Language): string {
  const { address, alt, state } = row;
  const isTranslated = language !== undefined && language !== SOURCE;
  const text = isTranslated ? (row[translationColumn(language)] ?? '') : alt;
  const shown = state === 'decorative' ? '' : text;
  const set = language ? ` lang="${language}" dir="${directionOf(language)}"` : '';
  return `<img src="${escapeAttribute(sourceOf(address))}" alt="${escapeAttribute(shown)}"${set}>`;
}

/** An address as it is, the path of a file as a relative address. */
function sourceOf(address: string): string {
  if (/^https?:\/\//.test(address)) return address;
  return address.split('/').map(encodeURIComponent).join('/');
}

/** An `<img>` a row; with languages, one more for each of them below it. */
export async function* writeSnippets(
  rows: AsyncIterable<TranslatedRow>,
  languages: readonly Target[] = [],
): AsyncGenerator<string> {
  const written: readonly (Language | undefined)[] =
    languages.length > 0 ? [SOURCE, ...languages] : [undefined];
  if (languages.length > 0) yield NOTE;
  for await (const row of rows) {
    yield written.map((language) => `${imgSnippet(row, language)}\n`).join('');
  }
}
