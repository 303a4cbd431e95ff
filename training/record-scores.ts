import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MANIFEST_PATH, manifestSchema } from '../models/artefact/manifest';

/**
 * Writes what was measured on a split into an artefact's manifest.
 * @throws {ZodError} when the manifest would not be valid.
 */
export async function recordScores(
  folder: string,
  split: 'dev' | 'test',
  scores: Readonly<Record<string, number>>,
): Promise<void> {
  const path = join(folder, MANIFEST_PATH);
  const manifest = manifestSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  if (!('scores' in manifest)) throw new Error(`A model of kind ${manifest.kind} has no scores.`);
  const recorded = { ...manifest, scores: { ...manifest.scores, [split]: scores } };
  await writeFile(path, `${JSON.stringify(manifestSchema.parse(recorded), null, 2)}\n`);
}
