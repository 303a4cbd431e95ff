import { z } from 'zod';
import { decoderConfigSchema } from '../../models/captioner/config';
import type { Vocabulary } from '../../models/text/vocabulary';
import type { Checkpoint } from '../checkpoint';
import * as folders from '../run-folder';
import { trainOptionsSchema } from './options';

const runSchema = z.object({
  config: decoderConfigSchema,
  options: trainOptionsSchema,
  /** Folder of the encoder's artefact. */
  encoder: z.string(),
  /** The run or artefact whose weights it began with. */
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

/** Makes the folder of a run and describes the run in it. */
export function createRunFolder(
  run: string,
  description: RunDescription,
  vocabulary: Vocabulary,
): Promise<Checkpoint> {
  return folders.createRunFolder(run, description, { vocabulary });
}

export async function openRunFolder(run: string): Promise<RunFolder> {
  const { description, checkpoint, vocabulary } = await folders.openRunFolder(run, runSchema);
  return { ...description, vocabulary: await vocabulary('vocabulary'), checkpoint };
}
