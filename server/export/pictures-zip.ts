import { and, asc, eq, inArray } from 'drizzle-orm';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { isNegarError, NegarError } from '../../models/errors';
import type { Describer } from '../metadata/describer';
import { items, originals } from '../storage/schema';
import type { Database } from '../storage/storage';
import { readOriginal } from '../workspace/pictures';
import type { ExportSelection } from './export-rows';
import { FileNames } from './file-names';

const REPORT = 'negar-report.json';

/** What became of a file of the archive. */
interface Outcome {
  readonly file: string;
  /** Why it is as it was; left out where it holds its alt text. */
  readonly left?: string;
}

/**
 * A ZIP of the files that were kept, each with its alt text inside, and a report. Files are read,
 * written and sent one after the other, so one at a time is in memory.
 * @throws {NegarError} RECORD_NOT_FOUND when no file was kept.
 */
export async function zipPictures(
  database: Database,
  describer: Describer,
  selection: ExportSelection,
): Promise<Readable> {
  const pictures = await keptPictures(database, selection);
  const archive = new ZipFile();
  const outcomes: Outcome[] = [];
  const names = new FileNames();
  for (const { id, hash, source, name, alt, state } of pictures) {
    const file = names.take(source.kind === 'url' ? name : source.path, id);
    addLater(archive, file, async () => {
      const { bytes } = await readOriginal(database, hash);
      const original = new Uint8Array(bytes);
      if (state === 'decorative') {
        outcomes.push({ file, left: 'it is decorative' });
        return original;
      }
      try {
        const described = await describer.describe(original.slice(), alt);
        outcomes.push({ file });
        return described;
      } catch (error) {
        if (!isNegarError(error)) throw error;
        outcomes.push({ file, left: `${error.code}: ${error.message}` });
        return original;
      }
    });
  }
  addLater(archive, names.take(REPORT, 0), () =>
    Promise.resolve(Buffer.from(`${JSON.stringify(outcomes, null, 2)}\n`)),
  );
  archive.end();
  const stream = archive.outputStream as Readable;
  archive.on('error', (error: Error) => stream.destroy(error));
  return stream;
}

async function keptPictures(database: Database, { collectionId, states }: ExportSelection) {
  const { id, imageHash: hash, source, name, alt, state } = items;
  const rows = await database
    .select({ id, hash, source, name, alt, state })
    .from(items)
    .innerJoin(originals, eq(originals.hash, items.imageHash))
    .where(and(eq(items.collectionId, collectionId), states && inArray(items.state, [...states])))
    .orderBy(asc(id));
  if (rows.length > 0) return rows;
  throw new NegarError(
    'RECORD_NOT_FOUND',
    'No file of these pictures was kept. Hand the files in again, or keep originals when you add pictures.',
  );
}

/** @param make is called when every file before has been sent. */
function addLater(archive: ZipFile, name: string, make: () => Promise<Uint8Array>): void {
  archive.addReadStreamLazy(name, { compress: false }, (open) => {
    make().then(
      (bytes) => open(null, Readable.from([bytes])),
      (error: unknown) => open(error, Readable.from([])),
    );
  });
}
