import type { z } from 'zod';
import { NegarError } from '../../models/errors';
import { directionOf } from '../../models/sequence/languages';
import { describePhoto } from '../export/describe-photo';
import { exportPage } from '../export/export-rows';
import { importRows } from '../export/import-rows';
import { patchHtml } from '../export/patch-html';
import { indexPictures } from '../export/picture-list';
import { readRows } from '../export/read-rows';
import type { TranslatedRow } from '../export/row';
import { imgSnippet } from '../export/snippet';
import { translateRows } from '../export/translate-rows';
import type { Inference } from '../inference/inference';
import type { Database } from '../storage/storage';
import { router, workspaceProcedure } from '../trpc';
import { checkCollection } from '../workspace/collections';
import {
  describeInputSchema,
  importInputSchema,
  pageInputSchema,
  patchInputSchema,
} from './exports-input';
import {
  describedSchema,
  importReportSchema,
  patchSchema,
  rowPageSchema,
  snippetPageSchema,
} from './exports-output';

/** What leaves the workspace, and what comes back. Whole files are at `/api/exports`. */
export const exportsRouter = router({
  /** A page of a collection's alt texts, in the order in which they came. */
  rows: workspaceProcedure
    .input(pageInputSchema)
    .output(rowPageSchema)
    .query(({ ctx, input, signal }) => pageOf(ctx, input, signal)),

  /** The same as `<img>`s. */
  snippets: workspaceProcedure
    .input(pageInputSchema)
    .output(snippetPageSchema)
    .query(async ({ ctx, input, signal }) => {
      const { rows, nextCursor } = await pageOf(ctx, input, signal);
      const snippets = rows.map((row) => ({
        id: row.id,
        html: imgSnippet(row),
        translations: input.languages.map((lang) => ({
          lang,
          dir: directionOf(lang),
          html: imgSnippet(row, lang),
        })),
      }));
      return { snippets, nextCursor };
    }),

  /** Stores what was edited in an exported CSV or JSON file. */
  import: workspaceProcedure
    .input(importInputSchema)
    .output(importReportSchema)
    .mutation(async ({ ctx, input: { file, options } }) => {
      await checkCollection(ctx.database, options.collectionId);
      return importRows(ctx.database, options, readRows(file.bytes));
    }),

  /** Fills in the alt attributes of an HTML file. */
  patch: workspaceProcedure
    .input(patchInputSchema)
    .output(patchSchema)
    .mutation(async ({ ctx, input: { file, options } }) => {
      const { collectionId, address, ...choices } = options;
      checkHtmlSize(file.bytes.byteLength);
      await checkCollection(ctx.database, collectionId);
      const pictures = await indexPictures(ctx.database, collectionId);
      const patch = patchHtml({ ...file, address }, pictures, choices);
      if (!patch) throw unreadable();
      const { filled, left, bytes, diff } = patch;
      return { filled, left, file: base64(bytes), diff: diff ? base64(diff) : null };
    }),

  /** Writes the alt text of a picture into its file. */
  describe: workspaceProcedure
    .input(describeInputSchema)
    .output(describedSchema)
    .mutation(async ({ ctx, input: { file, options }, signal }) => {
      const { database, describer } = ctx;
      await checkCollection(database, options.collectionId);
      const described = await describePhoto(database, describer, options, file.bytes, signal);
      const { outcome, alt = null, photo } = described;
      return { outcome, alt, file: photo ? base64(photo) : null };
    }),
});

async function pageOf(
  { database, inference }: { readonly database: Database; readonly inference: Inference },
  { cursor: after, limit, languages, ...selection }: z.output<typeof pageInputSchema>,
  signal: AbortSignal | undefined,
) {
  const found = await exportPage(database, selection, { after, limit });
  const rows: TranslatedRow[] = [];
  for await (const row of translateRows(found, { inference, languages, signal })) rows.push(row);
  return { rows, nextCursor: rows.length < limit ? null : rows[limit - 1].id };
}

/** Largest HTML file, bytes: parsing it takes seconds in which nothing else is answered. */
const MAX_HTML = 5 * 1024 * 1024;

function checkHtmlSize(bytes: number): void {
  if (bytes <= MAX_HTML) return;
  throw new NegarError(
    'BODY_TOO_LARGE',
    `The HTML file has more than ${MAX_HTML / 1024 / 1024} MB. Hand in its parts one by one.`,
  );
}

function unreadable(): NegarError {
  return new NegarError(
    'HTML_UNREADABLE',
    'The file is in UTF-16 or ISO-2022, in which it cannot be changed byte by byte. Save it as UTF-8.',
  );
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
