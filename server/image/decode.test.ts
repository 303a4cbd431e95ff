import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { decodeImage } from './decode';
import { IMAGE_FORMATS } from '../../models/photo/formats';
import {
  type Corners,
  cornerDifference,
  quarters,
  BLUE,
  GREEN,
  RED,
  TAN,
  UPRIGHT,
} from './testing/pictures';
import { sampleFiles } from './testing/samples';

const samples = await sampleFiles();

describe('formats', () => {
  it('has a sample of every accepted format', () => {
    expect(Object.keys(samples)).toEqual(IMAGE_FORMATS.map(({ name }) => name));
  });

  it.each(Object.keys(samples))('decodes %s to the right pixels', async (name) => {
    const image = await decodeImage(samples[name] as Uint8Array);
    expect([image.width, image.height, image.data.length]).toEqual([64, 48, 64 * 48 * 3]);
    expect(cornerDifference(image, UPRIGHT)).toBeLessThanOrEqual(2);
  });

  it('decodes progressive JPEG and interlaced PNG', async () => {
    const jpeg = await quarters().jpeg({ progressive: true, quality: 100 }).toBuffer();
    const png = await quarters().png({ progressive: true }).toBuffer();
    expect(cornerDifference(await decodeImage(jpeg), UPRIGHT)).toBeLessThanOrEqual(2);
    expect(cornerDifference(await decodeImage(png), UPRIGHT)).toBeLessThanOrEqual(0);
  });

  it('decodes a view into a larger buffer', async () => {
    const png = samples.PNG as Uint8Array;
    const larger = new Uint8Array(png.length + 20);
    larger.set(png, 7);
    expect(
      cornerDifference(await decodeImage(larger.subarray(7, 7 + png.length)), UPRIGHT),
    ).toBeLessThanOrEqual(0);
  });

  it.each([
    [1, 1],
    [20_000, 10],
  ])('decodes %i x %i pixels', async (width, height) => {
    const create = { width, height, channels: 3 as const, background: '#c89664' };
    const image = await decodeImage(await sharp({ create }).png().toBuffer());
    expect([image.width, image.height]).toEqual([width, height]);
    expect([...image.data.subarray(-3)]).toEqual(TAN);
  });
});

describe('first frame or page', () => {
  const frames = async () => {
    const other = await quarters({ corners: [TAN, TAN, TAN, TAN] })
      .png()
      .toBuffer();
    return sharp([await quarters().png().toBuffer(), other], { join: { animated: true } });
  };

  it.each(['gif', 'webp', 'tiff'] as const)('takes only the first of %s', async (type) => {
    const options = type === 'tiff' ? { compression: 'lzw' as const } : { lossless: true };
    const bytes = await (await frames()).toFormat(type, options).toBuffer();
    expect((await sharp(bytes).metadata()).pages).toBe(2);
    const image = await decodeImage(bytes);
    expect([image.width, image.height]).toEqual([64, 48]);
    expect(cornerDifference(image, UPRIGHT)).toBeLessThanOrEqual(1);
  });
});

describe('EXIF orientation', () => {
  // Upright corners of a picture stored with the corners of UPRIGHT (Exif 2.32, tag 0x0112).
  const upright: [number, Corners][] = [
    [1, [RED, GREEN, BLUE, TAN]],
    [2, [GREEN, RED, TAN, BLUE]],
    [3, [TAN, BLUE, GREEN, RED]],
    [4, [BLUE, TAN, RED, GREEN]],
    [5, [RED, BLUE, GREEN, TAN]],
    [6, [BLUE, RED, TAN, GREEN]],
    [7, [TAN, GREEN, BLUE, RED]],
    [8, [GREEN, TAN, RED, BLUE]],
  ];

  it.each(upright)('turns orientation %i upright', async (orientation, corners) => {
    const stored = () => quarters().withMetadata({ orientation });
    const files = [
      await stored().jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer(),
      await stored().png().toBuffer(),
      await stored().webp({ lossless: true }).toBuffer(),
      await stored().tiff({ compression: 'lzw' }).toBuffer(),
    ];
    for (const file of files) {
      const image = await decodeImage(file);
      expect([image.width, image.height]).toEqual(orientation < 5 ? [64, 48] : [48, 64]);
      expect(cornerDifference(image, corners)).toBeLessThanOrEqual(2);
    }
  });
});

describe('cancellation', () => {
  it('stops before it reads', async () => {
    const decoding = decodeImage(samples.JPEG as Uint8Array, { signal: AbortSignal.abort() });
    await expect(decoding).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('stops while it decodes', async () => {
    const controller = new AbortController();
    const decoding = decodeImage(samples.JPEG as Uint8Array, { signal: controller.signal });
    controller.abort();
    await expect(decoding).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});
