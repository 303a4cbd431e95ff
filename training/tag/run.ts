import { z } from 'zod';
import { type TaggerConfig, taggerConfigSchema } from '../../models/sequence/config';
import { spell, wordForm } from '../../models/sequence/spelling';
import { taggerWeightSpecs } from '../../models/sequence/tagger-network';
import { Vocabulary } from '../../models/text/vocabulary';
import { layOut } from '../../models/training/weight-vector';
import { currentCommit } from '../commit';
import { PARTS_OF_SPEECH, readUdEwt } from '../data/ud-ewt';
import type { TrainFlags } from '../flags';
import { createRunFolder } from '../run-folder';
import { trainToEnd } from '../train-to-end';
import { Trainer } from '../trainer';
import { createWorkerPool } from '../worker-pool';
import { tagLesson } from './lesson';
import { type TagOptions, tagOptionsSchema } from './options';

/** What a run's folder says of it. */
export const tagRunSchema = z.object({
  config: taggerConfigSchema,
  options: tagOptionsSchema,
  /** Commit that the run was started from. */
  commit: z.string(),
});

/** Trains a part-of-speech tagger to the end, or until Ctrl-C. */
export async function runTagTraining(task: TrainFlags<TagOptions>): Promise<void> {
  const { run, workers, options } = task;
  const [train, dev] = await Promise.all([readUdEwt('train'), readUdEwt('dev')]);
  const sentences = train.map(({ words }) => words);
  const lexicon = {
    words: Vocabulary.build(
      sentences.map((words) => words.map(wordForm)),
      options,
    ),
    characters: Vocabulary.build(
      sentences.map((words) => words.flatMap(spell)),
      options,
    ),
  };
  const { cell, embeddingSize, hiddenSize, characterSize, spellingSize } = options;
  const config: TaggerConfig = {
    cell,
    vocabularySize: lexicon.words.size,
    embeddingSize,
    hiddenSize,
    characterCount: lexicon.characters.size,
    characterSize,
    spellingSize,
    labels: PARTS_OF_SPEECH,
  };
  const description = { config, options, commit: currentCommit() };
  const checkpoint = await createRunFolder(run, description, {
    vocabulary: lexicon.words,
    characters: lexicon.characters,
  });
  const trainer = new Trainer(layOut(taggerWeightSpecs(config)), options, checkpoint, workers);
  await trainer.prepare();
  const pool = createTagPool(workers);
  const tagger = { config, weights: trainer.kept, lexicon, pool };
  await trainToEnd(trainer, tagLesson(tagger, options, { train, dev }));
  await pool.close();
}

export function createTagPool(workers: number) {
  const module = new URL('./worker.ts', import.meta.url);
  return createWorkerPool<typeof import('./worker')>(module, workers);
}
