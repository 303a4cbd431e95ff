import { readCaptionText } from '../data/captions';
import { readSplit } from '../data/flickr8k';
import { captionSplit, scoreHypotheses, type SharedDecoder, splitLoss } from './dev';
import { ensureFeatures } from './features';
import { languageModel, textLoss } from './objectives/language-model';
import type { Objective } from './objectives/objective';
import { selfCritical } from './objectives/self-critical';
import { teacherForcing } from './objectives/teacher-forcing';
import type { TrainOptions } from './options';
import type { DevScores } from './trainer';

/** How dev is captioned after each epoch; the shipped settings are chosen afterwards. */
const DEV_BEAM = { beamWidth: 3, lengthPenalty: 0.7 };

/** What a run learns from, and how it is measured on dev. */
export interface Lesson {
  readonly objective: Objective;
  evaluate(): Promise<DevScores>;
}

/**
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
  if (options.objective === 'language-model') {
    const { train, dev } = await readCaptionText();
    const encode = (sentences: string[][]) => sentences.map((words) => vocabulary.encode(words));
    const held = encode(dev);
    return {
      objective: languageModel(encode(train)),
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
  return {
    objective:
      options.objective === 'self-critical'
        ? selfCritical({ ...decoder, ...options, weights: trained, photos, cachePaths })
        : teacherForcing({ captions, cachePaths }),
    async evaluate() {
      const loss = await splitLoss(decoder, devSet);
      const hypotheses = await captionSplit(decoder, devSet, DEV_BEAM);
      const scores = scoreHypotheses(vocabulary, dev, hypotheses);
      return { loss, ...scores, score: scores.cider };
    },
  };
}
