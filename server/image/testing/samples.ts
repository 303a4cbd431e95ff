import { readFile } from 'node:fs/promises';
import { encodeBmp } from './bmp';
import { quarters } from './pictures';

/** A HEIC file of the folder `fixtures`. */
export function readFixture(name: string): Promise<Buffer> {
  return readFile(new URL(`../fixtures/${name}.heic`, import.meta.url));
}

/** The test picture in each accepted format, with as little loss as the format has. */
export async function sampleFiles(): Promise<Record<string, Uint8Array>> {
  const full = { quality: 100, chromaSubsampling: '4:4:4' };
  return {
    JPEG: await quarters().jpeg(full).toBuffer(),
    PNG: await quarters().png().toBuffer(),
    WebP: await quarters().webp({ lossless: true }).toBuffer(),
    AVIF: await quarters().avif(full).toBuffer(),
    GIF: await quarters().gif().toBuffer(),
    TIFF: await quarters().tiff({ compression: 'lzw' }).toBuffer(),
    BMP: await quartersAsBmp(),
    HEIC: await readFixture('quarters'),
  };
}

async function quartersAsBmp(): Promise<Uint8Array> {
  const { data, info } = await quarters().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width * 3 }, (__, i) => {
      const blueFirst = i - (i % 3) + 2 - (i % 3);
      return data[y * width * 3 + blueFirst] as number;
    }),
  );
  return encodeBmp({ width, bitsPerPixel: 24, rows });
}
