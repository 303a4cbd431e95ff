import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { NegarError } from '../../models/errors';

type Magick = typeof import('@imagemagick/magick-wasm');

let loading: Promise<Magick> | undefined;

/**
 * Rewrites the first picture of a BMP or HEIC file, which sharp does not read, as an uncompressed
 * 8-bit TIFF with the same colour profile and alpha. Rotation and mirroring that HEIC declares are
 * applied. It decodes in the calling thread, and keeps ImageMagick (WebAssembly) loaded in it.
 * @throws {NegarError} INTERNAL when ImageMagick cannot be loaded.
 * @throws {Error} when the file is cut short or damaged.
 */
export async function convertToTiff(
  bytes: Uint8Array,
  format: 'Bmp' | 'Heic',
): Promise<Uint8Array> {
  const magick = await loadMagick();
  const settings = new magick.MagickReadSettings({
    format: magick.MagickFormat[format],
    frameIndex: 0,
    frameCount: 1,
  });
  return magick.ImageMagick.read(bytes, settings, (image) => {
    image.depth = 8;
    image.settings.compression = magick.CompressionMethod.NoCompression;
    return image.write(magick.MagickFormat.Tiff, (tiff) => tiff.slice());
  });
}

function loadMagick(): Promise<Magick> {
  loading ??= initializeMagick().catch((cause: unknown) => {
    loading = undefined;
    throw new NegarError(
      'INTERNAL',
      'The decoder of BMP and HEIC cannot be loaded. Run npm ci, or save the picture as JPEG.',
      { cause },
    );
  });
  return loading;
}

async function initializeMagick(): Promise<Magick> {
  const magick = await import('@imagemagick/magick-wasm');
  const wasm = createRequire(import.meta.url).resolve('@imagemagick/magick-wasm/magick.wasm');
  await magick.initializeImageMagick(await readFile(wasm));
  // Refuse what does not fit in memory, rather than page it to a file.
  magick.ResourceLimits.memory = 1n << 30n;
  magick.ResourceLimits.disk = 0n;
  return magick;
}
