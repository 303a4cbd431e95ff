import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { decoderConfigSchema } from '../../models/captioner/config';
import { Vocabulary } from '../../models/text/vocabulary';
import { Checkpoint } from './checkpoint';
import { trainOptionsSchema } from './options';

const runSchema = z.object({
  config: decoderConfigSchema,
  options: trainOptionsSchema,
  /** Folder of the encoder's artefact. */
  encoder: z.string(),
  /** The run whose best weights it began with. */
  start: z.string().optional(),
  /** What computed its last sitting. */
  device: z.string().optional(),
  /** Commit that the run was started from. */
  commit: z.string(),
});

export type RunDescription = z.infer<typeof runSchema>;

/** Everything a finished or running training run left on disk. */
export interface RunFolder extends RunDescription {
  readonly vocabulary: Vocabulary;
  readonly checkpoint: Checkpoint;
}

const folderOf = (run: string) => join('runs', run);

/** Makes the folder of a run and describes the run in it. */
export async function createRunFolder(
  run: string,
  description: RunDescription,
  vocabulary: Vocabulary,
): Promise<Checkpoint> {
  await mkdir(folderOf(run), { recursive: true });
  const checkpoint = new Checkpoint(folderOf(run));
  await checkpoint.write('vocabulary.json', JSON.stringify(vocabulary));
  await checkpoint.write('run.json', JSON.stringify(description, null, 2));
  return checkpoint;
}

export async function openRunFolder(run: string): Promise<RunFolder> {
  const read = async (name: string) =>
    JSON.parse(await readFile(join(folderOf(run), name), 'utf8')) as unknown;
  const words = z.array(z.string()).parse(await read('vocabulary.json'));
  return {
    ...runSchema.parse(await read('run.json')),
    vocabulary: Vocabulary.fromWords(words),
    checkpoint: new Checkpoint(folderOf(run)),
  };
}
