import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { decodeImage } from './decode';
import {
  type Corners,
  cornerDifference,
  quarters,
  UPRIGHT,
  WHITE,
  RED,
  BLUE,
} from './testing/pictures';

describe('colour profiles', () => {
  // sRGB's primaries expressed in Display P3 differ from their sRGB numbers by up to 34.
  const profiled = {
    JPEG: quarters().withIccProfile('p3').jpeg({ quality: 100, chromaSubsampling: '4:4:4' }),
    PNG: quarters().withIccProfile('p3').png(),
    '16-bit PNG': quarters().toColourspace('rgb16').withIccProfile('p3').png(),
    WebP: quarters().withIccProfile('p3').webp({ lossless: true }),
    AVIF: quarters().withIccProfile('p3').avif({ quality: 100, chromaSubsampling: '4:4:4' }),
    TIFF: quarters().withIccProfile('p3').tiff({ compression: 'lzw' }),
  };

  it.each(Object.keys(profiled) as (keyof typeof profiled)[])(
    'converts %s from Display P3 to sRGB',
    async (name) => {
      const bytes = await profiled[name].toBuffer();
      const stored = await sharp(bytes, { ignoreIcc: true }).removeAlpha().raw().toBuffer();
      expect(stored[0]).toBeLessThan(240);
      expect(cornerDifference(await decodeImage(bytes), UPRIGHT)).toBeLessThanOrEqual(4);
    },
  );

  it('decodes a picture whose profile is damaged as if it had none', async () => {
    const bytes = await quarters().withIccProfile('p3').tiff({ compression: 'none' }).toBuffer();
    const profile = bytes.indexOf('acsp') - 36;
    bytes.fill(0xff, profile + 128, profile + 300);
    const image = await decodeImage(bytes);
    expect([image.width, image.height]).toEqual([64, 48]);
  });
});

describe('channels and depth', () => {
  it('decodes CMYK JPEG', async () => {
    const bytes = await quarters().toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    expect((await sharp(bytes).metadata()).space).toBe('cmyk');
    // The colours of print are fewer: these are what sRGB's primaries become there and back.
    const printed: Corners = [
      [232, 0, 0],
      [191, 207, 0],
      [28, 60, 139],
      [199, 147, 92],
    ];
    expect(cornerDifference(await decodeImage(bytes), printed)).toBeLessThanOrEqual(12);
  });

  it.each(['png', 'tiff'] as const)('reduces 16-bit %s to 8 bits', async (type) => {
    const options = type === 'tiff' ? { compression: 'lzw' as const } : {};
    const bytes = await quarters().toColourspace('rgb16').toFormat(type, options).toBuffer();
    expect((await sharp(bytes).metadata()).depth).toBe('ushort');
    expect(cornerDifference(await decodeImage(bytes), UPRIGHT)).toBeLessThanOrEqual(1);
  });

  it.each(['b-w', 'grey16'])('repeats the one channel of greyscale (%s)', async (space) => {
    const bytes = await quarters().toColourspace(space).png().toBuffer();
    expect((await sharp(bytes).metadata()).channels).toBe(1);
    const { data } = await decodeImage(bytes);
    // Linear luminance 0.2126 of red, encoded as sRGB.
    for (const channel of data.subarray(0, 3))
      expect(Math.abs(channel - 127)).toBeLessThanOrEqual(1);
  });

  it('decodes palettes', async () => {
    const bytes = await quarters().png({ palette: true }).toBuffer();
    expect((await sharp(bytes).metadata()).isPalette).toBe(true);
    expect(cornerDifference(await decodeImage(bytes), UPRIGHT)).toBeLessThanOrEqual(1);
  });

  it('decodes one bit a pixel', async () => {
    const bytes = await quarters()
      .toColourspace('b-w')
      .threshold(100)
      .tiff({ bitdepth: 1, compression: 'none' })
      .toBuffer();
    expect((await sharp(bytes).metadata()).bitsPerSample).toBe(1);
    const expected: Corners = [WHITE, WHITE, [0, 0, 0], WHITE];
    expect(cornerDifference(await decodeImage(bytes), expected)).toBe(0);
  });
});

describe('alpha', () => {
  it.each(['png', 'webp', 'avif', 'gif', 'tiff'] as const)(
    'shows transparent parts of %s as white',
    async (type) => {
      const options = type === 'tiff' ? { compression: 'lzw' as const } : { lossless: true };
      const bytes = await quarters({ alpha: 0 }).toFormat(type, options).toBuffer();
      const expected: Corners = [RED, WHITE, BLUE, WHITE];
      expect(cornerDifference(await decodeImage(bytes), expected)).toBeLessThanOrEqual(2);
    },
  );

  it.each(['srgb', 'rgb16'])('mixes half-transparent parts with white (%s)', async (space) => {
    const bytes = await quarters({ alpha: 128 }).toColourspace(space).png().toBuffer();
    const expected: Corners = [RED, [127, 255, 127], BLUE, [227, 202, 177]];
    expect(cornerDifference(await decodeImage(bytes), expected)).toBeLessThanOrEqual(1);
  });
});
