import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pack } from 'tar-stream';
import { drawPicture, type SmokePicture } from './pictures';

/** Pictures of each split. */
const SIZES = { train: 200, dev: 40, test: 40 };

/**
 * Writes drawn pictures and their captions in Flickr8k's layout.
 * @param folder the data folder, for `NEGAR_DATA`.
 * @returns the pictures of the test split.
 */
export async function writeSmokeData(folder: string): Promise<SmokePicture[]> {
  const flickr8k = join(folder, 'flickr8k');
  await mkdir(flickr8k, { recursive: true });
  const captions: string[] = [];
  let first = 0;
  let pictures: SmokePicture[] = [];
  for (const [split, size] of Object.entries(SIZES)) {
    const numbers = Array.from({ length: size }, (_, i) => first + i);
    pictures = await Promise.all(numbers.map(drawPicture));
    first += size;
    const archive = pack();
    for (const { name, jpeg } of pictures) archive.entry({ name }, Buffer.from(jpeg));
    archive.finalize();
    await pipeline(archive, createWriteStream(join(flickr8k, `images-${split}-0.tar`)));
    await writeFile(
      join(flickr8k, `${split}.txt`),
      pictures.map(({ name }) => `${name}\n`).join(''),
    );
    for (const picture of pictures) {
      captions.push(...picture.captions.map((caption) => `${picture.name}\t${caption}\n`));
    }
  }
  await writeFile(join(flickr8k, 'captions.tsv'), captions.join(''));
  return pictures;
}
