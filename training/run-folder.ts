import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Vocabulary } from '../models/text/vocabulary';
import { Checkpoint } from './checkpoint';

const folderOf = (run: string) => join('runs', run);

/**
 * Makes the folder of a run and describes the run in it.
 * @param vocabularies by the names of their files, without `.json`.
 */
export async function createRunFolder(
  run: string,
  description: object,
  vocabularies: Readonly<Record<string, Vocabulary>>,
): Promise<Checkpoint> {
  await mkdir(folderOf(run), { recursive: true });
  const checkpoint = new Checkpoint(folderOf(run));
  for (const [name, vocabulary] of Object.entries(vocabularies)) {
    await checkpoint.write(`${name}.json`, JSON.stringify(vocabulary));
  }
  await checkpoint.write('run.json', JSON.stringify(description, null, 2));
  return checkpoint;
}

/** What a run left on disk. */
export interface RunFolder<D> {
  readonly description: D;
  readonly checkpoint: Checkpoint;
  /** One of the run's vocabularies. */
  vocabulary(name: string): Promise<Vocabulary>;
}

/** @param schema of the run's description. */
export async function openRunFolder<S extends z.ZodType>(
  run: string,
  schema: S,
): Promise<RunFolder<z.output<S>>> {
  return {
    description: schema.parse(await readJson(run, 'run')),
    checkpoint: new Checkpoint(folderOf(run)),
    vocabulary: (name) => readVocabulary(run, name),
  };
}

/** What another run can start from: one of a run's vocabularies, and its best weights. */
export async function readBest(run: string, name: string) {
  const vocabulary = await readVocabulary(run, name);
  return { vocabulary, weights: await new Checkpoint(folderOf(run)).readBest() };
}

async function readVocabulary(run: string, name: string): Promise<Vocabulary> {
  return Vocabulary.fromWords(z.array(z.string()).parse(await readJson(run, name)));
}

async function readJson(run: string, name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folderOf(run), `${name}.json`), 'utf8')) as unknown;
}
