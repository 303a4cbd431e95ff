import { z } from 'zod';
import { readTranslator } from '../../models/artefact/sequence';
import { type TranslatorConfig, translatorConfigSchema } from '../../models/sequence/config';
import { TARGETS } from '../../models/sequence/languages';
import { translatorWeightSpecs } from '../../models/sequence/translator-network';
import { layOut } from '../../models/training/weight-vector';
import { folderSource } from '../../server/inference/sources';
import { currentCommit } from '../commit';
import { readTranslations } from '../data/translations';
import type { TrainFlags } from '../flags';
import { createRunFolder } from '../run-folder';
import { trainToEnd } from '../train-to-end';
import { Trainer } from '../trainer';
import { sharedWeights } from '../weight-files';
import { createWorkerPool } from '../worker-pool';
import { translateLesson } from './lesson';
import { type TranslateOptions, translateOptionsSchema } from './options';
import { prepareTranslations } from './prepare';

/** What a run's folder says of it. */
export const translateRunSchema = z.object({
  config: translatorConfigSchema,
  options: translateOptionsSchema,
  /** Ids of each language's pieces. */
  outputs: z.record(z.enum(TARGETS), z.array(z.number().int().nonnegative())),
  /** Commit that the run was started from. */
  commit: z.string(),
});

/** Trains a translator to the end, or until Ctrl-C. */
export async function runTranslateTraining(task: TrainFlags<TranslateOptions>): Promise<void> {
  const { run, workers } = task;
  const start = task.options.start
    ? await readTranslator(folderSource(task.options.start))
    : undefined;
  const options = start ? { ...task.options, ...sizesOf(start.manifest.network) } : task.options;
  const [train, dev] = await Promise.all([readTranslations('train'), readTranslations('dev')]);
  const { subwords, languages, items } = prepareTranslations(
    train,
    start?.subwords ?? options.pieces,
  );
  const { cell, embeddingSize, encoderSize, hiddenSize } = options;
  const config: TranslatorConfig = {
    cell,
    vocabularySize: subwords.vocabulary.size,
    embeddingSize,
    encoderSize,
    hiddenSize,
    languages: [...TARGETS],
  };
  const outputs = Object.fromEntries(languages.map(({ language, pieces }) => [language, pieces]));
  const description = { config, options, outputs, commit: currentCommit() };
  const checkpoint = await createRunFolder(run, description, { vocabulary: subwords.vocabulary });
  const trainer = new Trainer(layOut(translatorWeightSpecs(config)), options, checkpoint, workers);
  await trainer.prepare(start && new Float32Array(sharedWeights(start.weights)));
  const pool = createTranslatePool(workers);
  const translator = { config, weights: trainer.kept, subwords, languages, pool };
  await trainToEnd(trainer, translateLesson(translator, options, items, dev));
  await pool.close();
}

function sizesOf({ cell, vocabularySize, ...config }: TranslatorConfig) {
  const { embeddingSize, encoderSize, hiddenSize } = config;
  return { cell, pieces: vocabularySize, embeddingSize, encoderSize, hiddenSize };
}

export function createTranslatePool(workers: number) {
  const module = new URL('./worker.ts', import.meta.url);
  return createWorkerPool<typeof import('./worker')>(module, workers);
}
