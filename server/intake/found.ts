import type { NegarError } from '../../models/errors';
import { checkByteCount } from '../../models/photo/limits';
import { recogniseFormat } from '../../models/photo/formats';
import type { Source } from '../workspace/kinds';
import { plainText } from '../workspace/plain-text';

/** A picture that an import found: its file, or the address to fetch it from. */
export interface FoundPicture {
  /** Where the import has it: a line of a CSV, else the place among the files or pictures, from 1. */
  readonly row: number;
  readonly name: string;
  readonly source: Source;
  /** Its file, recognised as a picture; left out where it must be fetched first. */
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** The alt text that it has where it is used; an empty one says that it is decorative. */
  readonly presentAlt?: string;
  /** Text around it where it is used. */
  readonly context?: string;
}

/** Something that an import cannot take. The import goes on. */
export interface BadRow {
  readonly row: number;
  readonly name: string;
  readonly source: Source;
  readonly error: NegarError;
}

export type Found = FoundPicture | BadRow;

export function isBad(found: Found): found is BadRow {
  return 'error' in found;
}

/** @throws {NegarError} IMAGE_EMPTY, IMAGE_TOO_LARGE, IMAGE_TYPE_UNSUPPORTED. */
export function checkPicture(bytes: Uint8Array): void {
  checkByteCount(bytes.byteLength);
  recogniseFormat(bytes);
}

/** What systems put into folders beside people's files. */
const LITTER = /(^|\/)(__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i;

export function isLitter(path: string): boolean {
  return LITTER.test(path);
}

/** Longest name that is kept, characters. */
export const MAX_NAME = 255;
/** Longest path or address that is kept of what cannot be imported, characters. */
export const MAX_PATH = 1000;
/** Longest alt text and longest text around a picture that are kept, characters. */
export const MAX_TEXT = 2000;

/** The last part of a path or an address. */
export function nameOf(path: string): string {
  const name = path.split(/[/\\]/).findLast((part) => part !== '') ?? '';
  return plainText(name, MAX_NAME) || 'picture';
}
