import { z } from 'zod';
import { classifierWords } from '../../models/sequence/classifier';
import { classifierWeightSpecs } from '../../models/sequence/classifier-network';
import { type ClassifierConfig, classifierConfigSchema } from '../../models/sequence/config';
import { Vocabulary } from '../../models/text/vocabulary';
import { layOut } from '../../models/training/weight-vector';
import { currentCommit } from '../commit';
import { readAgNews, TOPICS } from '../data/ag-news';
import type { TrainFlags } from '../flags';
import { createRunFolder } from '../run-folder';
import { trainToEnd } from '../train-to-end';
import { Trainer } from '../trainer';
import { createWorkerPool } from '../worker-pool';
import { topicLesson } from './lesson';
import { type TopicOptions, topicOptionsSchema } from './options';

/** What a run's folder says of it. */
export const topicRunSchema = z.object({
  config: classifierConfigSchema,
  options: topicOptionsSchema,
  /** Commit that the run was started from. */
  commit: z.string(),
});

/** Trains a topic classifier to the end, or until Ctrl-C. */
export async function runTopicTraining(task: TrainFlags<TopicOptions>): Promise<void> {
  const { run, workers, options } = task;
  const data = await readAgNews();
  const words = data.train.map(({ text }) => classifierWords(text));
  const vocabulary = Vocabulary.build(words, options);
  const { cell, pooling, embeddingSize, hiddenSize } = options;
  const sizes = { vocabularySize: vocabulary.size, embeddingSize, hiddenSize };
  const config: ClassifierConfig = { cell, pooling, ...sizes, labels: TOPICS };
  const description = { config, options, commit: currentCommit() };
  const checkpoint = await createRunFolder(run, description, { vocabulary });
  const trainer = new Trainer(layOut(classifierWeightSpecs(config)), options, checkpoint, workers);
  await trainer.prepare();
  const pool = createTopicPool(workers);
  const classifier = { config, weights: trainer.kept, vocabulary, pool };
  await trainToEnd(trainer, topicLesson(classifier, options, data));
  await pool.close();
}

export function createTopicPool(workers: number) {
  const module = new URL('./worker.ts', import.meta.url);
  return createWorkerPool<typeof import('./worker')>(module, workers);
}
