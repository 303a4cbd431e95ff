import type { NegarError } from '../../models/errors';
import { checkByteCount } from '../../models/photo/limits';
import { recogniseFormat } from '../../models/photo/formats';
import type { Source } from '../workspace/kinds';

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

/** Longest name and longest text around a picture that are kept, characters. */
const MAX_NAME = 255;

/** What would break a line, or turn the direction of what follows. */
const CONTROLS = /[\p{Cc}\s\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/gu;

/** Makes one line of a text: without control characters, of the length that is kept. */
export function oneLine(text: string, length = MAX_NAME): string {
  return [...text.replace(CONTROLS, ' ').trim()].slice(0, length).join('');
}

/** The last part of a path or an address. */
export function nameOf(path: string): string {
  return oneLine(path.split(/[/\\]/).findLast((part) => part !== '') ?? '') || 'picture';
}
