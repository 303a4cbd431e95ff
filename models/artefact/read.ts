import { NegarError } from '../errors';
import {
  describeFile,
  type FileEntry,
  type Manifest,
  MANIFEST_PATH,
  manifestSchema,
} from './manifest';
import { type ArtefactSource, invalidArtefact, parseJson, readBytes } from './source';

/** An artefact whose files are all there and as its manifest says. */
export interface Artefact<M extends Manifest = Manifest> {
  readonly source: ArtefactSource;
  readonly manifest: M;
  /** Content of a listed file. @throws {NegarError} ARTEFACT_INVALID when it is not listed. */
  file(path: string): Uint8Array;
}

/**
 * Reads an artefact's manifest and every file that it lists, and checks their sizes and hashes.
 * @throws {NegarError} ARTEFACT_MISSING, ARTEFACT_INVALID or ARTEFACT_DAMAGED, naming the file.
 */
export async function readArtefact<K extends Manifest['kind']>(
  source: ArtefactSource,
  kind: K,
): Promise<Artefact<Extract<Manifest, { kind: K }>>> {
  const manifest = await readManifest(source, kind);
  const contents = await Promise.all(manifest.files.map((entry) => readVerified(source, entry)));
  const files = new Map(manifest.files.map(({ path }, i) => [path, contents[i]]));
  return {
    source,
    manifest,
    file(path) {
      const content = files.get(path);
      if (content) return content;
      throw invalidArtefact(source, `its manifest does not list the file "${path}".`);
    },
  };
}

/**
 * Reads an artefact's manifest alone.
 * @throws {NegarError} ARTEFACT_MISSING or ARTEFACT_INVALID.
 */
export async function readManifest<K extends Manifest['kind']>(
  source: ArtefactSource,
  kind: K,
): Promise<Extract<Manifest, { kind: K }>> {
  const bytes = await readBytes(source, MANIFEST_PATH);
  const manifest = parseJson(manifestSchema, bytes, MANIFEST_PATH, source);
  if (isKind(manifest, kind)) return manifest;
  throw invalidArtefact(source, `its kind is "${manifest.kind}", but "${kind}" is needed.`);
}

function isKind<K extends Manifest['kind']>(
  manifest: Manifest,
  kind: K,
): manifest is Extract<Manifest, { kind: K }> {
  return manifest.kind === kind;
}

async function readVerified(
  source: ArtefactSource,
  expected: FileEntry,
): Promise<Uint8Array<ArrayBuffer>> {
  const content = await readBytes(source, expected.path, expected);
  const found = await describeFile(expected.path, content);
  if (found.bytes !== expected.bytes) {
    throw damaged(source, expected, `it has ${found.bytes} bytes instead of ${expected.bytes}`);
  }
  if (found.sha256 !== expected.sha256) {
    throw damaged(source, expected, `its sha256 is ${found.sha256} instead of ${expected.sha256}`);
  }
  return content;
}

function damaged({ name }: ArtefactSource, { path }: FileEntry, how: string): NegarError {
  return new NegarError(
    'ARTEFACT_DAMAGED',
    `The file "${path}" of the model "${name}" is damaged: ${how}. Restore the model's folder.`,
  );
}
