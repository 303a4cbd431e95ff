import sharp from 'sharp';
import { expect, it } from 'vitest';
import { createThumbnail } from './thumbnail';

const grey = (width: number, height: number) => ({
  width,
  height,
  data: new Uint8Array(width * height * 3).fill(128),
});

it.each([
  [2000, 1000, 768, 384],
  [300, 1536, 150, 768],
  [224, 100, 224, 100],
])('shrinks %s x %s pixels to %s x %s', async (width, height, smallWidth, smallHeight) => {
  const { format, ...size } = await sharp(await createThumbnail(grey(width, height))).metadata();
  expect([format, size.width, size.height]).toEqual(['webp', smallWidth, smallHeight]);
});
