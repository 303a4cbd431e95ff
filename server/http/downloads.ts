import contentDisposition from 'content-disposition';
import { Readable } from 'node:stream';
import { NegarError, toNegarError } from '../../models/errors';
import type { Target } from '../../models/sequence/languages';
import { parseOptions } from '../../models/options';
import { exportRows, type ExportSelection } from '../export/export-rows';
import { zipPictures } from '../export/pictures-zip';
import type { TranslatedRow } from '../export/row';
import { writeSnippets } from '../export/snippet';
import { checkTranslator, translateRows } from '../export/translate-rows';
import { writeCsv, writeJson } from '../export/write-rows';
import { downloadSchema } from '../routers/exports-input';
import { getRuntime } from '../runtime';
import { storageFailure } from '../storage/failure';
import { collectionName } from '../workspace/collections';
import { refusal } from './refusal';

/** Files of a collection, by the name that their address ends with. */
const TEXT_FILES: Record<
  string,
  {
    type: string;
    write: (
      rows: AsyncIterable<TranslatedRow>,
      languages: readonly Target[],
    ) => AsyncIterable<string>;
  }
> = {
  'alt-texts.csv': { type: 'text/csv; charset=utf-8', write: writeCsv },
  'alt-texts.json': { type: 'application/json', write: writeJson },
  'alt-texts.html': { type: 'text/html; charset=utf-8', write: writeSnippets },
};
const PICTURES = 'pictures.zip';

/**
 * Answers a request for a file of a collection: written while it is sent, never whole in memory.
 * @param request its query may have `states` and `languages`, with commas between them.
 */
export async function answerDownload(
  request: Request,
  collectionId: string,
  file: string,
): Promise<Response> {
  const { inference } = getRuntime();
  try {
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const options = parseOptions(downloadSchema, { ...query, collectionId });
    return await download(options, file, request.signal);
  } catch (error) {
    const { status, headers, body } = refusal(
      storageFailure(error) ?? toNegarError(error),
      inference.expectedWait(),
    );
    return new Response(body, { status, headers });
  }
}

async function download(
  { languages, ...selection }: ExportSelection & { readonly languages: readonly Target[] },
  file: string,
  signal: AbortSignal,
): Promise<Response> {
  const { workspace, describer, inference } = getRuntime();
  const { database } = await workspace.open();
  const name = await collectionName(database, selection.collectionId);
  const text = Object.hasOwn(TEXT_FILES, file) ? TEXT_FILES[file] : undefined;
  if (text) {
    const translating = { inference, languages, signal };
    await checkTranslator(translating);
    const rows = translateRows(exportRows(database, selection), translating);
    return served(Readable.from(text.write(rows, languages)), text.type, name, file);
  }
  if (file === PICTURES) {
    const archive = await zipPictures(database, describer, selection);
    return served(archive, 'application/zip', name, file);
  }
  const files = [...Object.keys(TEXT_FILES), PICTURES].join(', ');
  throw new NegarError('FILE_NOT_FOUND', `There is no file "${file}". There are: ${files}.`);
}

/** @param collection becomes a part of the file's name. */
function served(stream: Readable, type: string, collection: string, file: string): Response {
  return new Response(Readable.toWeb(stream) as ReadableStream, {
    headers: {
      'content-type': type,
      'content-disposition': contentDisposition(`${collection} ${file}`),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
