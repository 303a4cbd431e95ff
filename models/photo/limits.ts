import { NegarError } from '../errors';

/** Largest picture file accepted, in bytes: 20 MB. */
export const MAX_IMAGE_BYTES = 20 * 1024 * 1024;

/** Largest picture accepted, width times height in pixels: 50 megapixels. */
export const MAX_IMAGE_PIXELS = 50_000_000;

/**
 * Checks the size of a picture file; callers that know the size can do it before they read the file.
 * @throws {NegarError} IMAGE_EMPTY for no bytes, IMAGE_TOO_LARGE above {@link MAX_IMAGE_BYTES}.
 */
export function checkByteCount(byteCount: number): void {
  if (byteCount === 0) {
    throw new NegarError('IMAGE_EMPTY', 'The file is empty. Choose a file that holds a picture.');
  }
  if (byteCount > MAX_IMAGE_BYTES) {
    const size = (byteCount / 1024 / 1024).toFixed(1);
    throw new NegarError(
      'IMAGE_TOO_LARGE',
      `The file has ${size} MB; at most ${MAX_IMAGE_BYTES / 1024 / 1024} MB are allowed. Save the picture smaller or with more compression.`,
    );
  }
}

/**
 * Checks the dimensions that a picture's header declares, in pixels.
 * @throws {NegarError} IMAGE_TOO_MANY_PIXELS above {@link MAX_IMAGE_PIXELS}.
 */
export function checkPixelCount(width: number, height: number): void {
  if (width * height > MAX_IMAGE_PIXELS) {
    throw new NegarError(
      'IMAGE_TOO_MANY_PIXELS',
      `The picture has ${width}x${height} pixels; at most ${MAX_IMAGE_PIXELS / 1e6} megapixels are allowed. Save it smaller.`,
    );
  }
}
