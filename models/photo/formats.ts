import { NegarError } from '../errors';

/** A picture format that is accepted. */
export interface ImageFormat {
  /** Name for people. */
  readonly name: string;
  readonly mediaType: string;
  /** What the first bytes look like, as Latin-1 characters. */
  readonly signature: RegExp;
  /** Usual endings of file names, with the dot, in lower case. */
  readonly endings: readonly string[];
}

/** Every picture format that is accepted. */
export const IMAGE_FORMATS: readonly ImageFormat[] = [
  { name: 'JPEG', mediaType: 'image/jpeg', signature: /^\xff\xd8\xff/, endings: ['.jpg', '.jpeg'] },
  { name: 'PNG', mediaType: 'image/png', signature: /^\x89PNG\r\n/, endings: ['.png'] },
  { name: 'WebP', mediaType: 'image/webp', signature: /^RIFF.{4}WEBP/s, endings: ['.webp'] },
  { name: 'AVIF', mediaType: 'image/avif', signature: /^.{4}ftypavi[fs]/s, endings: ['.avif'] },
  { name: 'GIF', mediaType: 'image/gif', signature: /^GIF8[79]a/, endings: ['.gif'] },
  {
    name: 'TIFF',
    mediaType: 'image/tiff',
    signature: /^(II[*+]\0|MM\0[*+])/,
    endings: ['.tif', '.tiff'],
  },
  // Text may well begin with "BM": the second header's size must be 12, 40, 52, 56, 64, 108 or 124.
  { name: 'BMP', mediaType: 'image/bmp', signature: /^BM.{12}[\f(48@l|]\0{3}/s, endings: ['.bmp'] },
  // Brands of ISO/IEC 23008-12; "mif1" and "msf1" say HEIF of any codec, which is mostly HEVC.
  {
    name: 'HEIC',
    mediaType: 'image/heic',
    signature: /^.{4}ftyp(he[iv][cxms]|mif1|msf1)/s,
    endings: ['.heic', '.heif'],
  },
];

const SIGNATURE_BYTES = 18;

/**
 * Recognises a picture's format by its content, whatever its name says. Only what is recognised
 * reaches a decoder.
 * @throws {NegarError} IMAGE_TYPE_UNSUPPORTED.
 */
export function recogniseFormat(bytes: Uint8Array): ImageFormat {
  const start = String.fromCharCode(...bytes.subarray(0, SIGNATURE_BYTES));
  const format = IMAGE_FORMATS.find(({ signature }) => signature.test(start));
  if (format) return format;
  const names = IMAGE_FORMATS.map(({ name }) => name).join(', ');
  throw new NegarError(
    'IMAGE_TYPE_UNSUPPORTED',
    `The content is not a picture in an allowed format. Allowed: ${names}. Save the picture in one of them; another name for the file is not enough.`,
  );
}
