import Papa from 'papaparse';
import { altOf } from './alt';
import type { Photo } from './photo';

/** Tells spreadsheet programs that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * A table of the finished photos. Cells that a spreadsheet program would take for a formula begin
 * with an apostrophe.
 */
export function toCsv(photos: readonly Photo[]): string {
  const rows = photos.flatMap(({ name, progress }) => {
    if (progress.step !== 'done') return [];
    const { caption, chosen, decorative, isOwn, reading } = progress;
    const { text, confidence } = caption.candidates[chosen];
    return {
      file: name,
      alt: altOf(progress),
      decorative,
      edited: isOwn,
      caption: text,
      confidence: confidence.toFixed(2),
      model: `${caption.model.id} ${caption.model.version}`,
      ...Object.fromEntries(
        (reading?.translations ?? []).map(({ lang, text: translated }) => [
          `alt-${lang}`,
          translated,
        ]),
      ),
    };
  });
  const columns = [...new Set(rows.flatMap(Object.keys))];
  return BYTE_ORDER_MARK + Papa.unparse(rows, { escapeFormulae: true, columns });
}

/** Lets the browser save a file. */
export function download(content: BlobPart, name: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
