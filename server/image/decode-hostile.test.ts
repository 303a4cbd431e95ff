import { describe, expect, it } from 'vitest';
import { decodeImage } from './decode';
import { IMAGE_FORMATS } from '../../models/photo/formats';
import { checkPixelCount, MAX_IMAGE_BYTES, MAX_IMAGE_PIXELS } from '../../models/photo/limits';
import { oversizedFiles, pngBomb } from './testing/bombs';
import { cornerDifference, quarters, UPRIGHT } from './testing/pictures';
import { sampleFiles } from './testing/samples';

const samples = Object.entries(await sampleFiles());
const oversized = Object.entries(await oversizedFiles());

describe('size', () => {
  it('refuses an empty file', async () => {
    const decoding = decodeImage(new Uint8Array());
    await expect(decoding).rejects.toMatchObject({ name: 'NegarError', code: 'IMAGE_EMPTY' });
  });

  it('refuses more than 20 MB, and nothing for its size below', async () => {
    const picture = await quarters().png().toBuffer();
    const padded = (size: number) => Buffer.concat([picture, Buffer.alloc(size - picture.length)]);
    await expect(decodeImage(padded(MAX_IMAGE_BYTES + 1))).rejects.toMatchObject({
      code: 'IMAGE_TOO_LARGE',
      message: expect.stringContaining('20 MB'),
    });
    const image = await decodeImage(padded(MAX_IMAGE_BYTES));
    expect(cornerDifference(image, UPRIGHT)).toBe(0);
  });

  it.each(oversized)('refuses more than 50 megapixels of %s by its header', async (_, bytes) => {
    expect(bytes.length).toBeLessThan(30_000);
    expect(await decodeImage(bytes).catch((error: unknown) => error)).toMatchObject({
      code: 'IMAGE_TOO_MANY_PIXELS',
      message: expect.stringMatching(/14000x14000|16383x16383|20000x20000/),
    });
  });

  it('tells a bomb from a picture by nothing but its pixels', async () => {
    const image = await decodeImage(pngBomb(700, 700));
    expect([image.width, image.height]).toEqual([700, 700]);
  });

  it('allows exactly 50 megapixels', () => {
    expect(() => checkPixelCount(10_000, MAX_IMAGE_PIXELS / 10_000)).not.toThrow();
    expect(() => checkPixelCount(MAX_IMAGE_PIXELS + 1, 1)).toThrow('50 megapixels');
  });
});

describe('type', () => {
  const others: [string, string | Uint8Array][] = [
    ['text', 'This is a letter, whatever its name says.'],
    [
      'text that begins as a BMP does',
      'BMW and other makers of cars, in the order of the alphabet',
    ],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>'],
    [
      'SVG after an XML declaration',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
    ],
    ['PDF', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'],
    ['HTML', '<!doctype html><title>picture.jpg</title>'],
    ['JPEG XL', new Uint8Array([0xff, 0x0a, 0xfa, 0x3f, 0x10, 0, 0, 0])],
    ['MP4', '\0\0\0\x18ftypmp42\0\0\0\0mp42isom'],
    ['zeros', new Uint8Array(1000)],
    ['one byte', new Uint8Array([0xff])],
  ];

  it.each(others)('refuses %s and names what is allowed', async (_, content) => {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
    const error = await decodeImage(bytes).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: 'NegarError', code: 'IMAGE_TYPE_UNSUPPORTED' });
    for (const { name } of IMAGE_FORMATS) expect(String(error)).toContain(name);
  });
});

describe('damage', () => {
  it.each(samples)('refuses %s that ends too early', async (name, bytes) => {
    for (const part of [0.6, 0.75, 0.9]) {
      const decoding = decodeImage(bytes.subarray(0, Math.floor(bytes.length * part)));
      await expect(decoding, `${part}`).rejects.toMatchObject({
        code: 'IMAGE_DAMAGED',
        message: expect.stringContaining(name),
        cause: expect.any(Error),
      });
    }
  });

  it('refuses progressive JPEG that ends too early', async () => {
    const bytes = await quarters().jpeg({ progressive: true }).toBuffer();
    const decoding = decodeImage(bytes.subarray(0, bytes.length - 40));
    await expect(decoding).rejects.toMatchObject({ code: 'IMAGE_DAMAGED' });
  });

  it('tolerates stray bytes between the segments of a JPEG', async () => {
    const bytes = await quarters().jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer();
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    const strayed = Buffer.concat([
      bytes.subarray(0, frame),
      Buffer.alloc(5),
      bytes.subarray(frame),
    ]);
    expect(cornerDifference(await decodeImage(strayed), UPRIGHT)).toBeLessThanOrEqual(2);
  });
});
