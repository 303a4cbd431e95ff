import sharp from 'sharp';
import type { RgbImage } from '../../models/image';

/** Longest side of a thumbnail, pixels. */
const SIDE = 768;
const QUALITY = 80;

/** A small copy of a picture for people to look at: WebP of at most 768 x 768 pixels. */
export async function createThumbnail({
  width,
  height,
  data,
}: RgbImage): Promise<Uint8Array<ArrayBuffer>> {
  const small = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
    .webp({ quality: QUALITY })
    .toBuffer();
  return new Uint8Array(small);
}
