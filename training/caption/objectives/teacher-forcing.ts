import { createRandom } from '../../../models/random';
import type { CaptionSet } from '../../../models/training/caption-batch';
import type { Objective } from './objective';

/** Training photos: their captions as word ids, and the files of each view's features. */
export interface TrainingPhotos {
  readonly captions: readonly CaptionSet[];
  readonly cachePaths: readonly string[];
}

/** Every word is predicted from the photo and the true words before it (Williams & Zipser 1989). */
export function teacherForcing({ captions, cachePaths }: TrainingPhotos): Objective {
  return {
    items: captions.length,
    imitates: true,
    share: (photos, seed) =>
      Promise.resolve({
        photos: lookAt(photos, cachePaths, seed),
        captions: photos.map((photo) => captions[photo]),
      }),
  };
}

/** A view of each photo at random. */
export function lookAt(photos: readonly number[], cachePaths: readonly string[], seed: number) {
  const random = createRandom(seed);
  return photos.map((place) => ({
    cachePath: cachePaths[Math.floor(random() * cachePaths.length)],
    place,
  }));
}
