import { TRPCError } from '@trpc/server';
import Papa from 'papaparse';
import { fromTRPCError } from '../errors';
import { exportRows } from '../export/export-rows';
import type { writeCsv } from '../export/write-rows';
import type { Describer } from '../metadata/describer';
import { createCaller } from '../routers/app';
import type { Storage } from '../storage/storage';
import { contextOf } from './context';
import { workspaceOf } from './memory-storage';
import { type GivenItem, storeItems } from './stored-items';

/** Writes the alt text after the bytes of the file. */
const describer: Describer = {
  describe: (photo, text) => Promise.resolve(Buffer.concat([photo, Buffer.from(text)])),
};

/** A collection with items, and who calls the API about them. */
export async function exporting(storage: Storage, ...given: GivenItem[]) {
  const stored = await storeItems(storage.database, given);
  const workspace = workspaceOf(storage);
  const context = contextOf({ workspace, describer });
  return { caller: createCaller(context), ...stored };
}

type Caller = Awaited<ReturnType<typeof exporting>>['caller'];

export function form(fields: Record<string, string | Uint8Array<ArrayBuffer>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    data.set(name, typeof value === 'string' ? value : new File([value], 'page.html'));
  }
  return data;
}

export const bytes = (text: string) => new Uint8Array(Buffer.from(text));

/** The file of a collection. */
export async function written(
  storage: Storage,
  write: typeof writeCsv,
  collectionId: string,
): Promise<string> {
  let file = '';
  for await (const piece of write(exportRows(storage.database, { collectionId }))) file += piece;
  return file;
}

export function importFile(caller: Caller, collectionId: string, file: string, reviewer = 'Ann') {
  return caller.exports.import(form({ file: bytes(file), collectionId, reviewer }));
}

/** Edits cells as a person does in a spreadsheet. */
export function edited(
  csv: string,
  change: (row: Record<string, string>, index: number) => void,
): string {
  const { data, meta } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true });
  const rows = data.filter(({ id }) => id);
  rows.forEach(change);
  return Papa.unparse(rows, { columns: meta.fields });
}

/** The code of the error that a call fails with. */
export async function codeOf(call: Promise<unknown>) {
  const error = await call.catch((cause: unknown) => cause);
  if (!(error instanceof TRPCError)) throw new Error('The call did not fail.');
  return fromTRPCError(error).code;
}

/** The report of an import that found nothing to do. */
export const UNCHANGED = { changed: 0, conflictCount: 0, conflicts: [], badCount: 0, bad: [] };
