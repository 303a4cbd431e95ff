import { imageSize } from 'image-size';
import { NegarError, throwIfCancelled } from '../../models/errors';
import type { RgbImage } from '../../models/image';
import { type ImageFormat, recogniseFormat } from '../../models/photo/formats';
import { checkByteCount, checkPixelCount } from '../../models/photo/limits';

/** Formats that every browser decodes. */
const COMMON_FORMATS = ['JPEG', 'PNG', 'GIF', 'WebP', 'BMP'];

/** Pixels that are read from the canvas at once. */
const STRIP_PIXELS = 1 << 20;

/**
 * Decodes a photo's file in the browser as `server/image` does: 8-bit sRGB, upright, transparent
 * parts on white. Size and dimensions are checked before any pixel is decoded.
 * @throws {NegarError} IMAGE_EMPTY, IMAGE_TOO_LARGE, IMAGE_TYPE_UNSUPPORTED, IMAGE_TOO_MANY_PIXELS,
 *   IMAGE_DAMAGED, CANCELLED; IMAGE_NEEDS_SERVER where only the server can decode the format.
 */
export async function decodePhoto(file: Blob, signal: AbortSignal): Promise<RgbImage> {
  checkByteCount(file.size);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const format = recogniseFormat(bytes);
  checkDimensions(bytes);
  throwIfCancelled(signal);
  const bitmap = await decode(bytes, format);
  try {
    checkPixelCount(bitmap.width, bitmap.height);
    throwIfCancelled(signal);
    return readPixels(bitmap);
  } finally {
    bitmap.close();
  }
}

/** Leaves it to the decoder to judge a header that cannot be read. */
function checkDimensions(bytes: Uint8Array): void {
  let size: { width: number; height: number };
  try {
    size = imageSize(bytes);
  } catch {
    return;
  }
  checkPixelCount(size.width, size.height);
}

async function decode(bytes: Uint8Array<ArrayBuffer>, { name }: ImageFormat): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(new Blob([bytes]), { imageOrientation: 'from-image' });
  } catch (cause) {
    if (COMMON_FORMATS.includes(name)) {
      throw new NegarError(
        'IMAGE_DAMAGED',
        `The ${name} picture is cut short, damaged or of a rare kind, and cannot be decoded. Export it again, or choose another.`,
        { cause },
      );
    }
    throw new NegarError(
      'IMAGE_NEEDS_SERVER',
      `This browser cannot decode ${name} pictures. Have the server caption this one, or save it as JPEG.`,
      { cause },
    );
  }
}

function readPixels(bitmap: ImageBitmap): RgbImage {
  const { width, height } = bitmap;
  const rows = Math.min(height, Math.max(1, Math.floor(STRIP_PIXELS / width)));
  const canvas = new OffscreenCanvas(width, rows);
  const context = canvas.getContext('2d', { willReadFrequently: true, colorSpace: 'srgb' });
  if (!context)
    throw new NegarError('INTERNAL', 'The browser offers no canvas to read a photo with.');
  context.fillStyle = '#ffffff';
  const data = new Uint8ClampedArray(width * height * 3);
  for (let top = 0; top < height; top += rows) {
    context.fillRect(0, 0, width, rows);
    context.drawImage(bitmap, 0, -top);
    const used = Math.min(rows, height - top);
    dropAlpha(context.getImageData(0, 0, width, used).data, data, top * width * 3);
  }
  return { width, height, data };
}

function dropAlpha(rgba: Uint8ClampedArray, rgb: Uint8ClampedArray, offset: number): void {
  for (let from = 0, to = offset; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from];
    rgb[to + 1] = rgba[from + 1];
    rgb[to + 2] = rgba[from + 2];
  }
}
