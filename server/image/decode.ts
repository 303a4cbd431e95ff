import sharp from 'sharp';
import { NegarError, throwIfCancelled } from '../../models/errors';
import type { RgbImage } from '../../models/image';
import { readBmpSize } from './bmp';
import { type ImageFormat, recogniseFormat } from '../../models/photo/formats';
import { checkByteCount, checkPixelCount, MAX_IMAGE_PIXELS } from '../../models/photo/limits';
import { convertToTiff } from './magick';

// Callers run one decoding a thread, of pictures that are seldom decoded twice.
sharp.cache(false);
sharp.concurrency(1);

/** What must be known of a picture before its pixels are decoded. */
interface Header {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** The format to convert from before sharp can read the picture. */
  readonly convertFrom?: 'Bmp' | 'Heic';
  /** RGB with 16 bits a channel and a colour profile. */
  readonly isDeepWithProfile?: boolean;
}

/**
 * Decodes a picture to 8-bit sRGB: the first frame or page, upright (EXIF orientation, HEIC's
 * rotation and mirroring applied), transparent parts on white, its colour profile converted, CMYK,
 * greyscale, palettes and 16 bits a channel reduced to RGB. The formats are in `IMAGE_FORMATS`,
 * recognised by content.
 *
 * Size and dimensions are checked before any pixel is decoded. A picture that ends too early or has
 * undecodable data is refused; oddities that lose no pixel, such as stray bytes between JPEG
 * segments, unknown TIFF tags or a damaged colour profile, are not.
 * @param options.signal cancels between reading the header, converting and decoding.
 * @throws {NegarError} IMAGE_EMPTY, IMAGE_TOO_LARGE (20 MB), IMAGE_TYPE_UNSUPPORTED,
 *   IMAGE_TOO_MANY_PIXELS (50 megapixels), IMAGE_DAMAGED, CANCELLED; INTERNAL when the decoder of
 *   BMP and HEIC cannot be loaded.
 */
export async function decodeImage(
  bytes: Uint8Array,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<RgbImage> {
  throwIfCancelled(signal);
  checkByteCount(bytes.byteLength);
  const format = recogniseFormat(bytes);
  try {
    const header = await readHeader(bytes, format);
    checkPixelCount(header.width, header.height);
    throwIfCancelled(signal);
    const { convertFrom } = header;
    const readable = convertFrom ? await convertToTiff(bytes, convertFrom) : bytes;
    throwIfCancelled(signal);
    const image = await decodePixels(readable, header);
    throwIfCancelled(signal);
    return image;
  } catch (cause) {
    if (cause instanceof NegarError) throw cause;
    throw new NegarError(
      'IMAGE_DAMAGED',
      `The ${format.name} picture is cut short, damaged or of a rare kind, and cannot be decoded. Export it again, or choose another.`,
      { cause },
    );
  }
}

async function readHeader(bytes: Uint8Array, format: ImageFormat): Promise<Header> {
  if (format.name === 'BMP') return { ...readBmpSize(bytes), convertFrom: 'Bmp' };
  const header = await sharp(bytes, { limitInputPixels: false }).metadata();
  const { width, height, compression } = header;
  // HEIF files hold AV1, which sharp decodes, or another codec, mostly HEVC.
  if (header.format === 'heif' && compression !== 'av1') {
    return { width, height, convertFrom: 'Heic' };
  }
  return { width, height, isDeepWithProfile: header.space === 'rgb16' && header.hasProfile };
}

async function decodePixels(bytes: Uint8Array, header: Header): Promise<RgbImage> {
  const decoder = sharp(bytes, {
    autoOrient: true,
    failOn: 'error',
    limitInputPixels: MAX_IMAGE_PIXELS,
  })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb');
  // sharp converts such pictures to Display P3 only, everything else with a profile to sRGB.
  if (header.isDeepWithProfile) decoder.withIccProfile('srgb', { attach: false });
  const { data, info } = await decoder
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data };
}
