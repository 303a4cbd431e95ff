import { mkdir, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { join } from 'node:path';
import sharp from 'sharp';
import { pack } from 'tar-stream';
import type { Split } from '../data/flickr8k';

/** Photos of a split, each of one colour, and the captions of each colour. */
const COLOURS = [
  { background: { r: 220, g: 20, b: 20 }, captions: ['a red dog runs', 'a dog runs on grass'] },
  { background: { r: 20, g: 200, b: 20 }, captions: ['a man on grass', 'a boy runs on grass'] },
  { background: { r: 20, g: 20, b: 220 }, captions: ['two people <b>', 'people on a beach'] },
  { background: { r: 200, g: 200, b: 200 }, captions: ['a woman in snow', 'her dog runs'] },
];

/**
 * Writes a data set in the layout of Flickr8k, four photos of 16 x 16 pixels a split.
 * @param folder that `NEGAR_DATA` will name.
 */
export async function writeTinyFlickr8k(folder: string): Promise<void> {
  const flickr8k = join(folder, 'flickr8k');
  await mkdir(flickr8k, { recursive: true });
  const captions: string[] = [];
  for (const split of ['train', 'dev', 'test'] satisfies Split[]) {
    const archive = pack();
    const names = COLOURS.map((_, i) => `${split}-${i}.jpg`);
    for (const [i, { background, captions: written }] of COLOURS.entries()) {
      const photo = sharp({ create: { width: 16, height: 16, channels: 3, background } });
      archive.entry({ name: names[i] }, await photo.jpeg().toBuffer());
      captions.push(...written.map((caption) => `${names[i]}\t${caption}`));
    }
    archive.finalize();
    await writeFile(join(flickr8k, `images-${split}.tar`), await buffer(archive));
    await writeFile(join(flickr8k, `${split}.txt`), names.join('\n'));
  }
  await writeFile(join(flickr8k, 'captions.tsv'), captions.join('\n'));
}
