import {
  type Entry,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  validateFileName,
  type ZipFile,
} from 'yauzl';
import { NegarError, toNegarError } from '../../models/errors';
import { MAX_IMAGE_BYTES } from '../../models/photo/limits';
import { checkPicture, type Found, isLitter, MAX_NAME, MAX_PATH, nameOf } from './found';
import { plainText } from '../workspace/plain-text';
import { RangeReader, type Ranges } from './ranges';

/** Most entries of an archive. */
export const MAX_ENTRIES = 10_000;
/** Most bytes that an archive may unpack to. */
const MAX_UNPACKED_BYTES = 4 * 1024 ** 3;
/** Pictures hardly get smaller in an archive, so what unpacks to this many times its size is a bomb. */
const MAX_RATIO = 200;
/** What this bound is for has more bytes than that. */
const SMALL_BYTES = 1024 * 1024;

/** Type bits of a Unix file mode, which the upper half of an entry's external attributes holds. */
const TYPE_BITS = 0o170_000;
const LINK = 0o120_000;

/**
 * Reads the pictures of a ZIP archive, one in memory at a time. Nothing is written anywhere: names
 * that lead out of the archive, links and encrypted entries are bad rows, as are entries that unpack
 * to more than they may. Folders may be nested; what systems put into archives is left out.
 * @param archive its name.
 * @throws {NegarError} ZIP_DAMAGED when it cannot be opened, ZIP_TOO_LARGE for too many entries.
 */
export async function* readZip(archive: string, content: Ranges): AsyncGenerator<Found> {
  const zip = await open(content);
  let unpacked = 0;
  let row = 0;
  for await (const entry of entriesOf(zip)) {
    row++;
    if (entry instanceof NegarError) {
      const source = { kind: 'zip', archive, path: '' } as const;
      yield { row, name: plainText(archive, MAX_NAME), source, error: entry };
      return;
    }
    const path = pathOf(entry);
    if (path.endsWith('/') || isLitter(path)) continue;
    const source = { kind: 'zip', archive, path: plainText(path, MAX_PATH) } as const;
    const about = { row, name: nameOf(path), source };
    try {
      checkEntry(entry, path);
      const bytes = await unpack(zip, entry, MAX_UNPACKED_BYTES - unpacked);
      unpacked += bytes.byteLength;
      checkPicture(bytes);
      yield { ...about, bytes };
    } catch (error) {
      yield { ...about, error: toNegarError(error) };
    }
  }
}

/** The entries, and last the error where the archive's list of them breaks off. */
async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry | NegarError> {
  try {
    yield* zip.eachEntry();
  } catch (cause) {
    yield damaged(cause);
  }
}

async function open(content: Ranges): Promise<ZipFile> {
  const zip = await fromRandomAccessReaderPromise(new RangeReader(content), content.size, {
    lazyEntries: true,
    // Names and sizes are checked here, where a bad one does not end the reading.
    decodeStrings: false,
    validateEntrySizes: false,
  }).catch((cause: unknown) => {
    throw damaged(cause);
  });
  if (zip.entryCount <= MAX_ENTRIES) return zip;
  zip.close();
  throw new NegarError(
    'ZIP_TOO_LARGE',
    `The archive has ${zip.entryCount} entries; at most ${MAX_ENTRIES} are allowed. Split it.`,
  );
}

/** Backslashes become slashes. */
function pathOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
}

/** Refuses an entry by what the archive says about it, before anything of it is unpacked. */
function checkEntry(entry: Entry, path: string): void {
  const { externalFileAttributes, uncompressedSize, compressedSize } = entry;
  if (validateFileName(path) !== null || /^[a-z]:/i.test(path)) {
    throw refused('its name leads out of the archive');
  }
  if (((externalFileAttributes >>> 16) & TYPE_BITS) === LINK) throw refused('it is a link');
  if (!entry.canDecodeFileData()) throw refused('it is encrypted, or packed in an unusual way');
  if (uncompressedSize > MAX_IMAGE_BYTES) throw tooLarge('a picture');
  if (uncompressedSize > Math.max(SMALL_BYTES, compressedSize * MAX_RATIO)) {
    throw refused(`it unpacks to more than ${MAX_RATIO} times its size`);
  }
}

async function unpack(zip: ZipFile, entry: Entry, left: number): Promise<Uint8Array<ArrayBuffer>> {
  const { uncompressedSize: size } = entry;
  if (size > left) throw tooLarge('an archive');
  const bytes = new Uint8Array(size);
  let length = 0;
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      const piece = chunk as Uint8Array;
      bytes.set(piece, length);
      length += piece.byteLength;
    }
  } catch (cause) {
    throw damaged(cause);
  }
  if (length < size) throw damaged(undefined);
  return bytes;
}

function refused(because: string): NegarError {
  return new NegarError('ZIP_ENTRY_REFUSED', `The entry is not taken: ${because}.`);
}

function tooLarge(what: string): NegarError {
  return new NegarError('ZIP_TOO_LARGE', `The entry unpacks to more than ${what} may have.`);
}

function damaged(cause: unknown): NegarError {
  return new NegarError(
    'ZIP_DAMAGED',
    'The archive, or this entry, is cut short or damaged, or is no ZIP. Pack it again.',
    { cause },
  );
}
