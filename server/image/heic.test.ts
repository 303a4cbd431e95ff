import { describe, expect, it } from 'vitest';
import sharp from 'sharp';
import { decodeImage } from './decode';
import {
  type Corners,
  cornerDifference,
  quarters,
  BLUE,
  GREEN,
  RED,
  TAN,
  UPRIGHT,
  WHITE,
} from './testing/pictures';
import { readFixture } from './testing/samples';

/**
 * The file with a transformation in place of its "pixi" property, which decoders can do without:
 * both hold a one-byte value after the box's name (ISO/IEC 23008-12, 6.5.10 and 6.5.12).
 */
async function transformed(property: 'irot' | 'imir', value: number): Promise<Uint8Array> {
  const bytes = await readFixture('exif-orientation-6');
  const name = bytes.indexOf('pixi');
  bytes.write(property, name);
  bytes[name + 4] = value;
  return bytes;
}

describe('HEIC', () => {
  it.each(['two-pictures', 'ten-bit'])('decodes %s', async (name) => {
    const image = await decodeImage(await readFixture(name));
    expect([image.width, image.height]).toEqual([64, 48]);
    expect(cornerDifference(image, UPRIGHT)).toBeLessThanOrEqual(3);
  });

  it('decodes AV1 under the brand of any codec', async () => {
    const avif = await quarters().avif({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer();
    avif.write('mif1', avif.indexOf('ftyp') + 4);
    expect(cornerDifference(await decodeImage(avif), UPRIGHT)).toBeLessThanOrEqual(2);
  });

  it('has a fixture with more than 8 bits a channel', async () => {
    expect((await sharp(await readFixture('ten-bit')).metadata()).bitsPerSample).toBe(10);
  });

  it('converts Display P3 to sRGB', async () => {
    const image = await decodeImage(await readFixture('display-p3'));
    expect(cornerDifference(image, UPRIGHT)).toBeLessThanOrEqual(4);
  });

  it('shows transparent parts as white', async () => {
    const image = await decodeImage(await readFixture('alpha'));
    expect(cornerDifference(image, [RED, WHITE, BLUE, WHITE])).toBeLessThanOrEqual(2);
  });

  it('ignores the Exif orientation, which HEIC only repeats', async () => {
    const image = await decodeImage(await readFixture('exif-orientation-6'));
    expect(cornerDifference(image, UPRIGHT)).toBeLessThanOrEqual(3);
  });

  const turns: ['irot' | 'imir', number, Corners][] = [
    ['irot', 1, [GREEN, TAN, RED, BLUE]],
    ['irot', 2, [TAN, BLUE, GREEN, RED]],
    ['irot', 3, [BLUE, RED, TAN, GREEN]],
    ['imir', 0, [BLUE, TAN, RED, GREEN]],
    ['imir', 1, [GREEN, RED, TAN, BLUE]],
  ];

  it.each(turns)('applies %s %i once', async (property, value, corners) => {
    const image = await decodeImage(await transformed(property, value));
    const sideways = property === 'irot' && value % 2 === 1;
    expect([image.width, image.height]).toEqual(sideways ? [48, 64] : [64, 48]);
    expect(cornerDifference(image, corners)).toBeLessThanOrEqual(3);
  });
});
