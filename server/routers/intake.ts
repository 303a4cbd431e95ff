import { z } from 'zod';
import type { CaptionOptions } from '../../models/captioner/options';
import { readAddresses } from '../intake/csv';
import { readFiles } from '../intake/files';
import type { Found } from '../intake/found';
import { readPage } from '../intake/page';
import { rangesOf } from '../intake/ranges';
import { beginUpload, deleteUpload, openUpload, PART_BYTES, storePart } from '../intake/uploads';
import { readZip } from '../intake/zip';
import { addItems } from '../jobs/add-items';
import { createJob, deleteEmptyJob, reopenJob } from '../jobs/create-job';
import type { Jobs } from '../jobs/jobs';
import type { Database } from '../storage/storage';
import { router, workspaceProcedure } from '../trpc';
import type { JobKind } from '../workspace/kinds';
import { plainText } from '../workspace/plain-text';
import {
  archiveInputSchema,
  fileInputSchema,
  filesInputSchema,
  pageInputSchema,
  partInputSchema,
  type Report,
  reportSchema,
  uploadInputSchema,
  uploadSchema,
} from './intake-input';

interface Import {
  readonly kind: JobKind;
  readonly name: string;
  readonly fields: {
    readonly collectionId: string;
    readonly keepOriginals: boolean;
    readonly reviewer?: string;
    readonly options: CaptionOptions;
  };
  readonly found: AsyncIterable<Found> | Iterable<Found>;
}

/** Imports make a job of what they are given, and report what they cannot take. */
export const intakeRouter = router({
  /** Pictures, also those of a folder; many requests may add to one job. */
  files: workspaceProcedure
    .input(filesInputSchema)
    .output(reportSchema)
    .mutation(async ({ ctx, input: { files, json } }) => {
      const found = readFiles(files);
      if (!('job' in json)) {
        return start(ctx, { kind: 'files', name: nameOfFiles(files), fields: json, found });
      }
      await reopenJob(ctx.database, json.job);
      return add(ctx, json.job, found);
    }),

  /** The pictures of a ZIP archive that fits into one request. */
  zip: workspaceProcedure
    .input(fileInputSchema)
    .output(reportSchema)
    .mutation(async ({ ctx, input: { files, json: fields } }) => {
      const [archive] = files;
      const name = plainText(archive.name, 255);
      const content = rangesOf(new Uint8Array(await archive.arrayBuffer()));
      return start(ctx, { kind: 'zip', name, fields, found: readZip(name, content) });
    }),

  /** Begins to send a larger ZIP archive in parts. */
  beginUpload: workspaceProcedure
    .input(uploadInputSchema)
    .output(uploadSchema)
    .mutation(async ({ ctx, input }) => ({
      ...(await beginUpload(ctx.database, input)),
      partBytes: PART_BYTES,
    })),

  /** One part of it, in any order. */
  part: workspaceProcedure
    .input(partInputSchema)
    .output(z.void())
    .mutation(async ({ ctx, input: { files, json } }) => {
      const bytes = new Uint8Array(await files[0].arrayBuffer());
      await storePart(ctx.database, { ...json, bytes });
    }),

  /** The pictures of the ZIP archive that arrived in parts. */
  uploadedZip: workspaceProcedure
    .input(archiveInputSchema)
    .output(reportSchema)
    .mutation(async ({ ctx, input: { upload, ...fields } }) => {
      const { name, content } = await openUpload(ctx.database, upload);
      const report = await start(ctx, {
        kind: 'zip',
        name,
        fields,
        found: readZip(name, content),
      });
      await deleteUpload(ctx.database, upload);
      return report;
    }),

  /** The pictures whose addresses a CSV lists. */
  csv: workspaceProcedure
    .input(fileInputSchema)
    .output(reportSchema)
    .mutation(async ({ ctx, input: { files, json: fields } }) => {
      const [list] = files;
      const name = plainText(list.name, 255);
      const found = readAddresses(name, await list.text());
      return start(ctx, { kind: 'csv', name, fields, found });
    }),

  /** The pictures of a page. */
  page: workspaceProcedure
    .input(pageInputSchema)
    .output(reportSchema)
    .mutation(async ({ ctx, input: { address, ...fields }, signal }) => {
      const found = readPage(address, ctx.fetcher, signal);
      return start(ctx, { kind: 'page', name: plainText(address, 255), fields, found });
    }),
});

interface Tools {
  readonly database: Database;
  readonly jobs: Jobs;
}

/** Makes a job of an import; one that brings nothing at all leaves no job behind. */
async function start(tools: Tools, { kind, name, fields, found }: Import): Promise<Report> {
  const job = await createJob(tools.database, { kind, name, ...fields });
  try {
    return await add(tools, job, found);
  } catch (error) {
    await deleteEmptyJob(tools.database, job);
    throw error;
  }
}

async function add(tools: Tools, job: string, found: Import['found']): Promise<Report> {
  const { badRows, ...counts } = await addItems(tools.database, job, found, (chunks) =>
    tools.jobs.send(chunks),
  );
  return {
    job,
    ...counts,
    badRows: badRows.map(({ error: { code, message }, ...row }) => ({ ...row, code, message })),
  };
}

/** The folder that the files are in, if they have one, else the first file. */
function nameOfFiles([first]: readonly File[]): string {
  return plainText(first.name.split('/')[0], 255) || 'files';
}
