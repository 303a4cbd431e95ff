import type { TRPCClient } from '@trpc/client';
import type { AppRouter } from '../../../server/routers/app';
import type { IntakeReport } from '../data/kinds';
import { codeOf, isPassing } from '../data/trouble-code';

type Client = TRPCClient<AppRouter>;

/** What every import says of the job that it begins. */
export interface JobFields {
  readonly collectionId: string;
  readonly keepOriginals: boolean;
  readonly reviewer?: string;
}

/** Tells how much is sent, from 0 to 1. */
type OnSent = (share: number) => void;

/** Most of one request, below what the server takes. */
const MAX_BYTES = 20 * 1024 * 1024;
const MAX_FILES = 100;
/** How often a request is sent again while the server is busy. */
const TRIES = 10;
const PAUSE_MS = 2000;

/** Sends pictures, some in each request, and makes one job of them. */
export async function sendFiles(
  client: Client,
  fields: JobFields,
  files: readonly File[],
  onSent: OnSent,
): Promise<IntakeReport> {
  let report: IntakeReport | undefined;
  let sent = 0;
  for (const part of partsOf(files)) {
    const form = formOf(part, report ? { job: report.job } : fields);
    const answer = await persistently(() => client.intake.files.mutate(form));
    report = report ? together(report, answer, sent) : answer;
    sent += part.length;
    onSent(sent / files.length);
  }
  if (!report) throw new Error('There is no file.');
  return report;
}

/** Sends a ZIP archive, in parts if it is large. */
export async function sendArchive(
  client: Client,
  fields: JobFields,
  file: File,
  onSent: OnSent,
): Promise<IntakeReport> {
  if (file.size <= MAX_BYTES) {
    return persistently(() => client.intake.zip.mutate(formOf([file], fields)));
  }
  const { name, size: byteCount } = file;
  const {
    id: upload,
    parts,
    partBytes,
  } = await client.intake.beginUpload.mutate({
    name,
    byteCount,
  });
  for (let number = 0; number < parts; number++) {
    const piece = file.slice(number * partBytes, (number + 1) * partBytes);
    const form = formOf([new File([piece], name)], { upload, number });
    await persistently(() => client.intake.part.mutate(form));
    onSent((number + 1) / parts);
  }
  return persistently(() => client.intake.uploadedZip.mutate({ ...fields, upload }));
}

/** Sends a list of addresses. */
export function sendList(client: Client, fields: JobFields, file: File): Promise<IntakeReport> {
  return persistently(() => client.intake.csv.mutate(formOf([file], fields)));
}

function formOf(files: readonly File[], json: object): FormData {
  const form = new FormData();
  for (const file of files) form.append('file', file, pathOf(file));
  form.set('json', JSON.stringify(json));
  return form;
}

/** With its folders, where the browser tells them. */
function pathOf(file: File & { readonly relativePath?: string }): string {
  return (file.webkitRelativePath || file.relativePath || file.name).replace(/^\.?\//, '');
}

function* partsOf(files: readonly File[]): Generator<File[]> {
  let part: File[] = [];
  let bytes = 0;
  for (const file of files) {
    const isFull = part.length === MAX_FILES || bytes + file.size > MAX_BYTES;
    if (isFull && part.length > 0) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(file);
    bytes += file.size;
  }
  if (part.length > 0) yield part;
}

/** @param offset places that come before the second report's. */
function together(first: IntakeReport, second: IntakeReport, offset: number): IntakeReport {
  return {
    job: first.job,
    added: first.added + second.added,
    known: first.known + second.known,
    bad: first.bad + second.bad,
    badRows: [
      ...first.badRows,
      ...second.badRows.map((row) => ({ ...row, row: row.row + offset })),
    ],
  };
}

/** Sends again while the server is busy or cannot be reached. */
async function persistently<R>(send: () => Promise<R>): Promise<R> {
  for (let left = TRIES; ; left--) {
    try {
      return await send();
    } catch (error) {
      if (left === 0 || !isPassing(codeOf(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
