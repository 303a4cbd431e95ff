import { crc32, deflateSync } from 'node:zlib';
import { sampleFiles } from './samples';

/** Pixels on each side that {@link oversizedFiles} declare. */
const SIDE = 20_000;
/** The same for WebP, which allows no more. */
const WEBP_SIDE = 16_383;

/** A valid PNG of one bit a pixel, all black: for 14000x14000 pixels it has about 24 kB. */
export function pngBomb(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 1;
  const rows = Buffer.alloc(height * (1 + Math.ceil(width / 8)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(name: string, content: Uint8Array): Uint8Array {
  const chunk = Buffer.alloc(12 + content.length);
  chunk.writeUInt32BE(content.length, 0);
  chunk.write(name, 4, 'latin1');
  chunk.set(content, 8);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  return chunk;
}

/** Small files of each format whose headers declare far more pixels than are allowed. */
export async function oversizedFiles(): Promise<Record<string, Uint8Array>> {
  const files = await sampleFiles();
  const copy = (name: string) => Buffer.from(files[name] as Uint8Array);
  return {
    JPEG: oversizeJpeg(copy('JPEG')),
    PNG: pngBomb(14_000, 14_000),
    WebP: oversizeWebp(copy('WebP')),
    AVIF: oversizeHeif(copy('AVIF')),
    GIF: oversizeGif(copy('GIF')),
    TIFF: oversizeTiff(copy('TIFF')),
    BMP: oversizeBmp(copy('BMP')),
    HEIC: oversizeHeif(copy('HEIC')),
  };
}

function oversizeJpeg(bytes: Buffer): Buffer {
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(SIDE, frame + 5);
  bytes.writeUInt16BE(SIDE, frame + 7);
  return bytes;
}

function oversizeWebp(bytes: Buffer): Buffer {
  // Two numbers of 14 bits, each one less than a dimension, and 4 bits of flags.
  const at = bytes.indexOf('VP8L') + 9;
  const flags = bytes.readUInt32LE(at) >>> 28;
  const dimension = WEBP_SIDE - 1;
  bytes.writeUInt32LE(flags * 2 ** 28 + dimension * 2 ** 14 + dimension, at);
  return bytes;
}

function oversizeHeif(bytes: Buffer): Buffer {
  for (let at = bytes.indexOf('ispe'); at >= 0; at = bytes.indexOf('ispe', at + 4)) {
    bytes.writeUInt32BE(SIDE, at + 8);
    bytes.writeUInt32BE(SIDE, at + 12);
  }
  return bytes;
}

function oversizeGif(bytes: Buffer): Buffer {
  const frame = bytes.indexOf(Buffer.from([0x2c, 0, 0, 0, 0, 64, 0, 48, 0]));
  for (const at of [6, 8, frame + 5, frame + 7]) bytes.writeUInt16LE(SIDE, at);
  return bytes;
}

function oversizeTiff(bytes: Buffer): Buffer {
  const directory = bytes.readUInt32LE(4);
  for (let entry = 0; entry < bytes.readUInt16LE(directory); entry++) {
    const at = directory + 2 + 12 * entry;
    const isDimension = [256, 257].includes(bytes.readUInt16LE(at));
    if (isDimension) bytes.writeUInt16LE(SIDE, at + 8);
  }
  return bytes;
}

function oversizeBmp(bytes: Buffer): Buffer {
  bytes.writeInt32LE(SIDE, 18);
  bytes.writeInt32LE(-SIDE, 22);
  return bytes;
}
