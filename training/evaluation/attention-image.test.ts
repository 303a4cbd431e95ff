import sharp from 'sharp';
import { expect, it } from 'vitest';
import { attentionImage, thumbnail } from './attention-image';

const bytesOf = (url: string) => Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');

it('leaves the most attended cell clear and shades the others', async () => {
  const url = await attentionImage(Float32Array.of(0.1, 0.4, 0, 0.2));
  expect(url).toMatch(/^data:image\/png;base64,/);
  const { data, info } = await sharp(bytesOf(url)).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, info.channels]).toEqual([2, 2, 4]);
  // Black at an opacity of 0.8 * (1 - weight / 0.4), of 255.
  expect([...data]).toEqual([0, 0, 0, 153, 0, 0, 0, 0, 0, 0, 0, 204, 0, 0, 0, 102]);
});

it('makes photos 224 pixels wide and high', async () => {
  const create = { width: 30, height: 60, channels: 3, background: '#ff0000' } as const;
  const url = await thumbnail(await sharp({ create }).png().toBuffer());
  const { format, width, height } = await sharp(bytesOf(url)).metadata();
  expect({ format, width, height }).toEqual({ format: 'jpeg', width: 224, height: 224 });
});
