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
  const read = async (name: string) =>
    JSON.parse(await readFile(join(folderOf(run), `${name}.json`), 'utf8')) as unknown;
  return {
    description: schema.parse(await read('run')),
    checkpoint: new Checkpoint(folderOf(run)),
    vocabulary: async (name) => Vocabulary.fromWords(z.array(z.string()).parse(await read(name))),
  };
}
