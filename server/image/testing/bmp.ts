interface BmpOptions {
  readonly width: number;
  readonly bitsPerPixel: 1 | 4 | 8 | 16 | 24 | 32;
  /** The bytes of each row, from the top, without padding. */
  readonly rows: readonly (readonly number[])[];
  readonly topDown?: boolean;
  /** Red, green, blue. */
  readonly palette?: readonly (readonly [number, number, number])[];
  /** Bit masks of red, green, blue and, with a header of 108 bytes, alpha. */
  readonly masks?: readonly number[];
  readonly headerBytes?: 12 | 40 | 108;
  /** Run lengths in place of `rows`: BI_RLE8 with 8, BI_RLE4 with 4 bits a pixel. */
  readonly runs?: readonly number[];
}

/** Builds a BMP file of any of the usual kinds. */
export function encodeBmp(options: BmpOptions): Uint8Array {
  const {
    width,
    bitsPerPixel,
    topDown,
    masks = [],
    palette = [],
    headerBytes = 40,
    runs,
  } = options;
  const height = options.rows.length;
  const padding = (bytes: number) => Array<number>((4 - (bytes % 4)) % 4).fill(0);
  const padded = options.rows.map((row) => [...row, ...padding(row.length)]);
  const pixels = runs ?? (topDown ? padded : padded.reverse()).flat();
  const paletteStart = 14 + headerBytes + (headerBytes === 40 ? masks.length * 4 : 0);
  const pixelStart = paletteStart + palette.length * 4;

  const bytes = Buffer.alloc(pixelStart + pixels.length);
  bytes.write('BM');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(pixelStart, 10);
  bytes.writeUInt32LE(headerBytes, 14);
  if (headerBytes === 12) {
    [width, height, 1, bitsPerPixel].forEach((value, i) => bytes.writeUInt16LE(value, 18 + 2 * i));
  } else {
    bytes.writeInt32LE(width, 18);
    bytes.writeInt32LE(topDown ? -height : height, 22);
    bytes.writeUInt16LE(1, 26);
    bytes.writeUInt16LE(bitsPerPixel, 28);
    bytes.writeUInt32LE(compressionCode(options), 30);
    bytes.writeUInt32LE(pixels.length, 34);
    bytes.writeUInt32LE(palette.length, 46);
    masks.forEach((mask, i) => bytes.writeUInt32LE(mask, 54 + 4 * i));
  }
  palette.forEach(([red, green, blue], i) => bytes.set([blue, green, red], paletteStart + 4 * i));
  bytes.set(pixels, pixelStart);
  return bytes;
}

function compressionCode({ bitsPerPixel, masks, runs }: BmpOptions): number {
  if (runs) return bitsPerPixel === 8 ? 1 : 2;
  return masks ? 3 : 0;
}
