import { isNegarError } from '../../models/errors';
import type { Target } from '../../models/sequence/languages';
import type { Inference } from '../inference/inference';
import { type ExportRow, type TranslatedRow, translationColumn } from './row';

/** Rows of one export that are translated at a time. */
const AT_ONCE = 4;

/** How alt texts are translated, and until when. */
export interface Translating {
  readonly inference: Pick<Inference, 'translateInBackground'>;
  /** None leaves the rows as they are. */
  readonly languages: readonly Target[];
  readonly signal?: AbortSignal;
}

/**
 * Fails as translating would, before the first row is sent.
 * @throws {NegarError} what `translateInBackground` of `Inference` throws, for instance
 *   ARTEFACT_MISSING where there is no translator.
 */
export async function checkTranslator({ inference, languages, signal }: Translating) {
  if (languages.length > 0) await inference.translateInBackground('A dog.', languages, signal);
}

/**
 * The same rows in their order with each alt text in other languages, a few of them at a time. Who
 * stops reading ends the work.
 * @throws {NegarError} what `translateInBackground` of `Inference` throws.
 */
export async function* translateRows(
  rows: AsyncIterable<ExportRow> | Iterable<ExportRow>,
  { inference, languages, signal }: Translating,
): AsyncGenerator<TranslatedRow> {
  const ending = new AbortController();
  const signals = [ending.signal, ...(signal ? [signal] : [])];
  const translating = { inference, languages, signal: AbortSignal.any(signals) };
  const underWay: Promise<TranslatedRow>[] = [];
  try {
    for await (const row of rows) {
      const translated = translateRow(row, translating);
      // It is awaited in its turn; until then its failure must not end the process.
      translated.catch(() => undefined);
      underWay.push(translated);
      if (underWay.length === AT_ONCE) yield await underWay.shift()!;
    }
    while (underWay.length > 0) yield await underWay.shift()!;
  } finally {
    ending.abort();
  }
}

/** A text that no translator reads, since it has no word or too many, has an empty translation. */
async function translateRow(
  row: ExportRow,
  { inference, languages, signal }: Translating,
): Promise<TranslatedRow> {
  const texts = new Map<Target, string>();
  if (row.alt !== '' && languages.length > 0) {
    try {
      const found = await inference.translateInBackground(row.alt, languages, signal);
      for (const { lang, text } of found.translations) texts.set(lang, text);
    } catch (error) {
      if (!isUnreadable(error)) throw error;
    }
  }
  const translations = languages.map((language) => [
    translationColumn(language),
    texts.get(language) ?? '',
  ]);
  return { ...row, ...(Object.fromEntries(translations) as Partial<TranslatedRow>) };
}

function isUnreadable(error: unknown): boolean {
  return isNegarError(error) && ['TEXT_EMPTY', 'TEXT_TOO_LONG'].includes(error.code);
}
