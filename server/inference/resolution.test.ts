import sharp from 'sharp';
import { expect, it } from 'vitest';
import { dataFolder, skipAloud } from '../../training/data-folder';
import { forEachPhoto } from '../../training/data/flickr8k';
import { readModelSettings } from '../env';
import { decodeImage } from '../image/decode';
import { useWasmBackend } from './backend';
import { loadConfiguredCaptioner } from './load-captioner';

const PHOTOS = 100;

/** The first photos of dev, 224 x 224. */
async function devPhotos(): Promise<Buffer[]> {
  const photos: Buffer[] = [];
  await forEachPhoto('dev', (_name, jpeg) => {
    if (photos.length < PHOTOS) photos.push(jpeg);
    return Promise.resolve();
  });
  return photos;
}

it('gives 90 of 100 photos the same caption when they are enlarged to 3000 x 2000', async () => {
  if (!dataFolder()) return skipAloud('the captions of enlarged dev photos');
  await useWasmBackend();
  const { captioner } = await loadConfiguredCaptioner(readModelSettings({}));
  const captionOf = async (bytes: Uint8Array) => {
    const { candidates } = await captioner.caption(await decodeImage(bytes), { beamWidth: 1 });
    return candidates[0].text;
  };
  let same = 0;
  for (const photo of await devPhotos()) {
    const enlarged = sharp(photo).resize(3000, 2000, { fit: 'fill', kernel: 'lanczos3' });
    const caption = await captionOf(await enlarged.jpeg({ quality: 90 }).toBuffer());
    if (caption === (await captionOf(photo))) same++;
  }
  captioner.dispose();
  console.log(`${same} of ${PHOTOS} enlarged photos have the caption of the original`);
  expect(same).toBeGreaterThanOrEqual(90);
}, 600_000);
