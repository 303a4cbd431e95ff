import type { Picture } from './photo';

/** Longest side of what is kept and captioned, pixels. The model looks at 224. */
const LONGEST_SIDE = 1024;
/** Files below this are kept as they are if they are small enough in pixels, too. */
const SMALL_BYTES = 1024 * 1024;

/** @returns the photo, shrunk where needed; as it came where this browser cannot decode it. */
export async function shrink(file: Blob): Promise<Picture> {
  try {
    const size = await measure(file);
    const scale = LONGEST_SIDE / Math.max(size.width, size.height);
    if (scale >= 1 && file.size <= SMALL_BYTES) {
      (await createImageBitmap(file)).close();
      return { blob: file, size };
    }
    return { blob: await scaled(file, size, Math.min(1, scale)), size };
  } catch {
    return { blob: file };
  }
}

/** Reads the header only, so that a photo of 50 megapixels costs nothing yet. */
async function measure(file: Blob): Promise<{ width: number; height: number }> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await new Promise((resolve, reject) => {
      image.addEventListener('load', resolve);
      image.addEventListener('error', reject);
    });
    return { width: image.naturalWidth, height: image.naturalHeight };
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** A JPEG of the photo, upright, with transparent parts on white as the server has them. */
async function scaled(
  file: Blob,
  size: { width: number; height: number },
  scale: number,
): Promise<Blob> {
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  const bitmap = await createImageBitmap(file, {
    resizeWidth: width,
    resizeHeight: height,
    resizeQuality: 'high',
    imageOrientation: 'from-image',
  });
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
}
