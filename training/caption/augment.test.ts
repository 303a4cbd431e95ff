import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { viewOf } from './augment';

/** A picture that is black on the left and white on the right. */
let photo: Uint8Array;

beforeAll(async () => {
  const half = { width: 100, height: 200, channels: 3 as const, background: '#fff' };
  photo = await sharp({ create: { ...half, width: 200, background: '#000' } })
    .composite([{ input: await sharp({ create: half }).png().toBuffer(), left: 100, top: 0 }])
    .jpeg()
    .toBuffer();
});

/** Mean brightness of the left and of the right quarter, in [0, 255]. */
async function sides(bytes: Uint8Array): Promise<number[]> {
  const { width, height } = await sharp(bytes).metadata();
  const quarter = Math.floor(width / 4);
  return Promise.all(
    [0, width - quarter].map(async (left) => {
      const part = sharp(bytes).extract({ left, top: 0, width: quarter, height });
      const { channels } = await sharp(await part.png().toBuffer()).stats();
      return channels[0].mean;
    }),
  );
}

describe('views of a photo', () => {
  it('begin with the photo as it is', async () => {
    expect(await viewOf(photo, 0, 5)).toBe(photo);
  });

  it.each([1, 3, 5])('are mirrored if odd: %i', async (view) => {
    const [left, right] = await sides(await viewOf(photo, view, 5));
    expect(left).toBeGreaterThan(200);
    expect(right).toBeLessThan(50);
  });

  it.each([2, 4])('are not mirrored if even: %i', async (view) => {
    const [left, right] = await sides(await viewOf(photo, view, 5));
    expect(left).toBeLessThan(50);
    expect(right).toBeGreaterThan(200);
  });

  it('depend on the view and the place alone', async () => {
    expect(await viewOf(photo, 2, 5)).toEqual(await viewOf(photo, 2, 5));
    expect(await viewOf(photo, 2, 6)).not.toEqual(await viewOf(photo, 2, 5));
    expect(await viewOf(photo, 4, 5)).not.toEqual(await viewOf(photo, 2, 5));
  });
});
