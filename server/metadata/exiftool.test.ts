import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { ExifTool } from './exiftool';

const ALT = 'سگی "می‌دود" & <b>é</b> 😀';

let tool: ExifTool;
let picture: Sharp;

beforeAll(async () => {
  tool = await ExifTool.start();
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  const { data, info } = await sharp({
    create: { width: 64, height: 48, channels: 3, background: '#c89664', noise },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
  picture = sharp(data, { raw: info });
});

const pixels = (file: Uint8Array) => sharp(file, { pages: -1 }).raw().toBuffer();

describe('ExifTool', () => {
  it.each(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const)(
    'writes an alt text into a %s without touching a pixel',
    async (format) => {
      const before = await picture.clone().toFormat(format, { effort: 2 }).toBuffer();
      const after = await tool.describe(before, ALT);
      expect((await pixels(before)).equals(await pixels(after))).toBe(true);
      expect(await tool.read(after, 'XMP-iptcCore:AltTextAccessibility')).toBe(ALT);
      expect(await tool.read(after, 'XMP-dc:Description')).toBe(ALT);
      expect(await tool.read(before, 'XMP-iptcCore:AltTextAccessibility')).toBe('');
    },
  );

  it('keeps the scan of a JPEG byte for byte, its EXIF data and its profile', async () => {
    const before = await picture
      .clone()
      .withExif({ IFD0: { Artist: 'Somebody' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const after = Buffer.from(await tool.describe(before, ALT));
    const scan = before.indexOf(Buffer.from([0xff, 0xda]));
    expect(after.subarray(scan - before.length)).toEqual(before.subarray(scan));
    const [{ exif, ...others }, { exif: exifBefore }] = await Promise.all(
      [after, before].map((file) => sharp(file).metadata()),
    );
    expect(exif).toEqual(exifBefore);
    expect(others).toMatchObject({ orientation: 6, hasProfile: true });
  });

  it('replaces its own alt text, and leaves the description of a photographer', async () => {
    const first = await tool.describe(await picture.clone().jpeg().toBuffer(), 'First.');
    const second = await tool.describe(first, 'Second.');
    expect(await tool.read(second, 'XMP-iptcCore:AltTextAccessibility')).toBe('Second.');
    expect(await tool.read(second, 'XMP-dc:Description')).toBe('First.');
  });

  it('refuses formats that hold no XMP, and what is no picture', async () => {
    const bmp = Buffer.from('BM............\x28\0\0\0', 'latin1');
    await expect(tool.describe(bmp, ALT)).rejects.toMatchObject({
      code: 'IMAGE_TYPE_UNSUPPORTED',
      message: expect.stringContaining('JPEG, PNG, WebP'),
    });
    await expect(tool.describe(Buffer.from('text'), ALT)).rejects.toMatchObject({
      code: 'IMAGE_TYPE_UNSUPPORTED',
    });
  });

  it.each(['jpeg', 'png', 'webp'] as const)('goes on after a damaged %s', async (format) => {
    const whole = await picture.clone().toFormat(format).toBuffer();
    await expect(tool.describe(whole.subarray(0, 30), ALT)).rejects.toMatchObject({
      code: 'IMAGE_DAMAGED',
    });
    expect(await tool.describe(whole, ALT)).toBeInstanceOf(Uint8Array);
  });

  it('does not grow with the pictures', async () => {
    const photo = await picture.clone().resize(1500, 1000).jpeg({ quality: 100 }).toBuffer();
    for (let i = 0; i < 20; i++) await tool.describe(photo, ALT);
    const before = process.memoryUsage().rss;
    for (let i = 0; i < 200; i++) await tool.describe(photo, ALT);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * photo.byteLength);
  });
});
