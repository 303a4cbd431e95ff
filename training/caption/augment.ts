import sharp from 'sharp';
import { createRandom, type Random } from '../../models/random';

/**
 * One way to look at a training photo: view 0 is the photo as it is, odd views are mirrored, and
 * from view 2 on the photo is cropped, rescaled, blurred a little and compressed again, as photos
 * from elsewhere are. What is done depends on the view and the photo's place alone.
 * @param jpeg the photo's file.
 * @returns a picture's file.
 */
export async function viewOf(jpeg: Uint8Array, view: number, place: number): Promise<Uint8Array> {
  if (view === 0) return jpeg;
  const picture = sharp(jpeg).flop(view % 2 === 1);
  if (view === 1) return picture.png({ compressionLevel: 0 }).toBuffer();
  const random = createRandom(view * 1_000_003 + place);
  const { width, height } = await sharp(jpeg).metadata();
  picture.extract(cropOf(width, height, random));
  const scale = between(random, 0.7, 2.5);
  picture.resize(Math.round(width * scale), Math.round(height * scale), {
    fit: 'fill',
    kernel: random() < 0.5 ? 'cubic' : 'lanczos3',
  });
  if (random() < 0.3) picture.blur(between(random, 0.3, 0.8));
  return picture.jpeg({ quality: Math.round(between(random, 60, 95)) }).toBuffer();
}

/** A part of the picture, of 75 to 100 % of its width and of its height. */
function cropOf(width: number, height: number, random: Random) {
  const size = (whole: number) => Math.round(whole * between(random, 0.75, 1));
  const cut = { width: size(width), height: size(height) };
  const place = (room: number) => Math.floor(random() * (room + 1));
  return { ...cut, left: place(width - cut.width), top: place(height - cut.height) };
}

function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random();
}
