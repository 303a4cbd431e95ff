import { describe, expect, it } from 'vitest';
import { readBmpSize } from './bmp';
import { decodeImage } from './decode';
import { encodeBmp } from './testing/bmp';

const PALETTE = [
  [10, 20, 30],
  [255, 0, 0],
  [0, 255, 0],
  [255, 255, 255],
] as const;
const [DARK, RED, GREEN, WHITE] = PALETTE;
const BLUE = [0, 0, 255] as const;

/** Top row: red, green, dark; bottom row: white, dark, red. */
const INDEXED = [RED, GREEN, DARK, WHITE, DARK, RED].flat();
/** Top row: red, green, blue; bottom row: white, white, blue. */
const DIRECT = [RED, GREEN, BLUE, WHITE, WHITE, BLUE].flat();

const eightBit = {
  width: 3,
  bitsPerPixel: 8,
  palette: PALETTE,
  rows: [
    [1, 2, 0],
    [3, 0, 1],
  ],
} as const;
const trueColour = {
  width: 3,
  bitsPerPixel: 24,
  rows: [
    [0, 0, 255, 0, 255, 0, 255, 0, 0],
    [255, 255, 255, 255, 255, 255, 255, 0, 0],
  ],
} as const;
/** The rows of DIRECT with an alpha for the last pixel and one for all others. */
const withAlpha = (others: number, last: number) => [
  [0, 0, 255, others, 0, 255, 0, others, 255, 0, 0, others],
  [255, 255, 255, others, 255, 255, 255, others, 255, 0, 0, last],
];

const files: [string, Uint8Array, number[]][] = [
  [
    '4 bits a pixel',
    encodeBmp({
      ...eightBit,
      bitsPerPixel: 4,
      rows: [
        [0x12, 0x00],
        [0x30, 0x10],
      ],
    }),
    INDEXED,
  ],
  ['8 bits a pixel', encodeBmp(eightBit), INDEXED],
  ['8 bits a pixel, top down', encodeBmp({ ...eightBit, topDown: true }), INDEXED],
  [
    '4-bit runs',
    encodeBmp({
      ...eightBit,
      bitsPerPixel: 4,
      runs: [1, 0x30, 1, 0, 1, 0x10, 0, 0, 2, 0x12, 1, 0, 0, 1],
    }),
    INDEXED,
  ],
  [
    '8-bit runs',
    encodeBmp({ ...eightBit, runs: [0, 3, 3, 0, 1, 0, 0, 0, 1, 1, 1, 2, 1, 0, 0, 1] }),
    INDEXED,
  ],
  [
    '16 bits a pixel, 5-5-5',
    encodeBmp({
      width: 3,
      bitsPerPixel: 16,
      rows: [
        [0, 0x7c, 0xe0, 3, 0x1f, 0],
        [0xff, 0x7f, 0xff, 0x7f, 0x1f, 0],
      ],
    }),
    DIRECT,
  ],
  [
    '16 bits a pixel, 5-6-5',
    encodeBmp({
      width: 3,
      bitsPerPixel: 16,
      masks: [0xf800, 0x7e0, 0x1f],
      rows: [
        [0, 0xf8, 0xe0, 7, 0x1f, 0],
        [0xff, 0xff, 0xff, 0xff, 0x1f, 0],
      ],
    }),
    DIRECT,
  ],
  ['24 bits a pixel', encodeBmp(trueColour), DIRECT],
  ['24 bits a pixel, top down', encodeBmp({ ...trueColour, topDown: true }), DIRECT],
  ['24 bits a pixel, OS/2 header', encodeBmp({ ...trueColour, headerBytes: 12 }), DIRECT],
  ['32 bits a pixel', encodeBmp({ width: 3, bitsPerPixel: 32, rows: withAlpha(255, 255) }), DIRECT],
  [
    '32 bits a pixel with unused alpha',
    encodeBmp({
      width: 3,
      bitsPerPixel: 32,
      rows: withAlpha(0, 0),
    }),
    DIRECT,
  ],
  [
    '32 bits a pixel with alpha',
    encodeBmp({
      width: 3,
      bitsPerPixel: 32,
      headerBytes: 108,
      masks: [0xff0000, 0xff00, 0xff, 0xff000000],
      rows: withAlpha(255, 0),
    }),
    [...DIRECT.slice(0, -3), ...WHITE],
  ],
];

describe('BMP', () => {
  it.each(files)('decodes %s', async (_, bytes, expected) => {
    const image = await decodeImage(bytes);
    expect([image.width, image.height]).toEqual([3, 2]);
    expect([...image.data]).toEqual(expected);
  });

  it('decodes 1 bit a pixel', async () => {
    const rows = [[0b01000000], [0b10100000]];
    const image = await decodeImage(
      encodeBmp({ width: 3, bitsPerPixel: 1, palette: [DARK, WHITE], rows }),
    );
    expect([...image.data]).toEqual([DARK, WHITE, DARK, WHITE, DARK, WHITE].flat());
  });

  it('reads the dimensions of top-down files as positive', () => {
    expect(readBmpSize(encodeBmp({ ...eightBit, topDown: true }))).toEqual({ width: 3, height: 2 });
  });
});
