import { readCaptionText } from '../data/captions';
import { readSplit } from '../data/flickr8k';
import type { Lesson } from '../lesson';
import { captionSplit, scoreHypotheses, type SharedDecoder, splitLoss } from './dev';
import { ensureFeatures } from './features';
import { languageModel, textLoss } from './objectives/language-model';
import { learnBy } from './objectives/objective';
import { selfCritical } from './objectives/self-critical';
import { teacherForcing } from './objectives/teacher-forcing';
import type { TrainOptions } from './options';

/** How dev is captioned after each epoch; the shipped settings are chosen afterwards. */
const DEV_BEAM = { beamWidth: 3, lengthPenalty: 0.7 };

/**
 * What a run learns captions from, and how it is measured on dev.
 * @param decoder what is measured.
 * @param trained the weights that the run trains.
 * @param task.encoder folder of the encoder's artefact.
 */
export async function createLesson(
  decoder: SharedDecoder,
  trained: SharedArrayBuffer,
  { encoder, options, workers }: { encoder: string; options: TrainOptions; workers: number },
): Promise<Lesson> {
  const { vocabulary } = decoder;
  const task = { ...decoder, options };
  if (options.objective === 'language-model') {
    const { train, dev } = await readCaptionText();
    const encode = (sentences: string[][]) => sentences.map((words) => vocabulary.encode(words));
    const held = encode(dev);
    return {
      ...learnBy(languageModel(encode(train)), task),
      async evaluate() {
        const loss = await textLoss(decoder, held);
        return { loss, score: -loss };
      },
    };
  }

  const [photos, dev] = await Promise.all([readSplit('train'), readSplit('dev')]);
  const cachePaths: string[] = [];
  for (let view = 0; view < options.views; view++) {
    cachePaths.push(await ensureFeatures(encoder, 'train', workers, view));
  }
  const devSet = { photos: dev, cachePath: await ensureFeatures(encoder, 'dev', workers) };
  const captions = photos.map((photo) => photo.captions.map((words) => vocabulary.encode(words)));
  const objective =
    options.objective === 'self-critical'
      ? selfCritical({ ...decoder, ...options, weights: trained, photos, cachePaths })
      : teacherForcing({ captions, cachePaths });
  return {
    ...learnBy(objective, task),
    async evaluate() {
      const loss = await splitLoss(decoder, devSet);
      const hypotheses = await captionSplit(decoder, devSet, DEV_BEAM);
      const scores = scoreHypotheses(vocabulary, dev, hypotheses);
      return { loss, ...scores, score: scores.cider };
    },
  };
}
