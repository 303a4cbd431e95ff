import { join } from 'node:path';
import { encodeFloat16 } from '../../models/artefact/float16';
import type { DecoderConfig } from '../../models/captioner/config';
import { createRandom } from '../../models/random';
import { UNK } from '../../models/text/vocabulary';
import { FeatureCache } from '../caption/feature-cache';
import type { TrainingPhotos } from '../caption/objectives/teacher-forcing';

/** About as many words as Flickr8k's captions have that are seen five times. */
export const VOCABULARY_SIZE = 3000;

/** How many captions a photo has, and their fewest and most words. */
export interface CaptionShape {
  readonly captions: number;
  readonly words: readonly [number, number];
}

/** Five captions a photo of eleven words on average, as Flickr8k has. */
export const LIKE_FLICKR8K: CaptionShape = { captions: 5, words: [7, 15] };

/**
 * Writes seeded features of photos that never were, and makes captions for them.
 * @param folder gets the file of the features.
 */
export async function syntheticPhotos(
  folder: string,
  { gridCells, featureSize, vocabularySize }: DecoderConfig,
  { photos, captions, words }: CaptionShape & { readonly photos: number },
): Promise<TrainingPhotos> {
  const random = createRandom(17);
  const below = (limit: number) => Math.floor(random() * limit);
  const cachePath = join(folder, 'train.f16');
  const cache = await FeatureCache.open(cachePath, gridCells * featureSize, 'w');
  for (let photo = 0; photo < photos; photo++) {
    const grid = Float32Array.from({ length: gridCells * featureSize }, () => 6 * random());
    await cache.write(photo, encodeFloat16(grid));
  }
  await cache.close();
  const [fewest, most] = words;
  const caption = () =>
    Array.from(
      { length: fewest + below(most - fewest + 1) },
      () => UNK + 1 + below(vocabularySize - UNK - 1),
    );
  return {
    cachePaths: [cachePath],
    captions: Array.from({ length: photos }, () => Array.from({ length: captions }, caption)),
  };
}
