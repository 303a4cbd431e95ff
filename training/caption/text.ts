import { readCaptionText } from '../data/captions';
import { readSplit } from '../data/flickr8k';
import type { TrainOptions } from './options';

/** The sentences whose words a new run may learn. */
export async function readTrainingText(
  objective: TrainOptions['objective'],
): Promise<readonly string[][]> {
  const photos = await readSplit('train');
  const captions = photos.flatMap((photo) => photo.captions);
  return objective === 'language-model'
    ? [...captions, ...(await readCaptionText()).train]
    : captions;
}
