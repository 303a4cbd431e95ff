import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  describeFile,
  type Manifest,
  MANIFEST_PATH,
  manifestSchema,
} from '../models/artefact/manifest';

type WithoutFiles<M> = M extends unknown ? Omit<M, 'files' | 'format'> : never;

/**
 * Writes an artefact's files and its manifest, with their sizes and hashes.
 * @throws {ZodError} when the manifest would not be valid.
 */
export async function writeArtefact(
  folder: string,
  description: WithoutFiles<Manifest>,
  contents: Readonly<Record<string, Uint8Array | string>>,
): Promise<void> {
  const entries = Object.entries(contents).map(([path, content]) => ({
    path,
    bytes: new Uint8Array(Buffer.from(content)),
  }));
  const files = await Promise.all(entries.map(({ path, bytes }) => describeFile(path, bytes)));
  const manifest = manifestSchema.parse({ format: 'negar-artefact/1', ...description, files });
  for (const { path, bytes } of entries) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  await writeFile(join(folder, MANIFEST_PATH), `${JSON.stringify(manifest, null, 2)}\n`);
}
