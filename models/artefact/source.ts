import { z } from 'zod';
import { NegarError } from '../errors';
import type { FileEntry } from './manifest';

/**
 * Reads one file of an artefact's folder: from a disk in Node, over HTTP in a browser.
 * @param path relative to the folder, with `/`.
 * @param expected what the manifest says of the file; undefined for the manifest itself.
 */
export type ReadFile = (path: string, expected?: FileEntry) => Promise<Uint8Array<ArrayBuffer>>;

/** Where an artefact comes from. */
export interface ArtefactSource {
  /** Folder or address, for messages. */
  readonly name: string;
  readonly read: ReadFile;
}

/** @throws {NegarError} ARTEFACT_MISSING, or whatever NegarError the handler throws. */
export async function readBytes(
  { name, read }: ArtefactSource,
  path: string,
  expected?: FileEntry,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await read(path, expected);
  } catch (cause) {
    if (cause instanceof NegarError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new NegarError(
      'ARTEFACT_MISSING',
      `The file "${path}" of the model "${name}" cannot be read: ${reason}. Restore the model's folder.`,
      { cause },
    );
  }
}

/** Parses a JSON file of an artefact. @throws {NegarError} ARTEFACT_INVALID. */
export function parseJson<S extends z.ZodType>(
  schema: S,
  bytes: Uint8Array,
  path: string,
  source: ArtefactSource,
): z.output<S> {
  const result = schema.safeParse(decodeJson(bytes, path, source));
  if (result.success) return result.data;
  const problems = z.prettifyError(result.error);
  throw invalidArtefact(source, `"${path}" does not have the expected form.\n${problems}`);
}

function decodeJson(bytes: Uint8Array, path: string, source: ArtefactSource): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    throw invalidArtefact(source, `"${path}" is not JSON.`, cause);
  }
}

export function invalidArtefact(
  { name }: ArtefactSource,
  problem: string,
  cause?: unknown,
): NegarError {
  return new NegarError('ARTEFACT_INVALID', `The model "${name}" cannot be used: ${problem}`, {
    cause,
  });
}
