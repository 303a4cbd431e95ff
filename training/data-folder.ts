import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NegarError } from '../models/errors';

const DEFAULT_FOLDER = fileURLToPath(new URL('../../shared/data', import.meta.url));

/** The folder with photos, captions and public checkpoints, or null where this machine has none. */
export function dataFolder(): string | null {
  const folder = expectedFolder();
  return existsSync(folder) ? folder : null;
}

/**
 * The data folder, for programs that cannot work without it.
 * @throws {NegarError} FILE_NOT_FOUND, saying how to get the data.
 */
export function requireDataFolder(): string {
  const folder = dataFolder();
  if (folder) return folder;
  throw new NegarError(
    'FILE_NOT_FOUND',
    `There is no data folder at ${expectedFolder()}. The data cannot be shipped with the project: ` +
      'get Flickr8k and the other sets from their owners, lay them out as CONTRIBUTING.md says, and ' +
      'name their folder in NEGAR_DATA.',
  );
}

/** Says what a test leaves out where this machine lacks its data. */
export function skipAloud(what: string): void {
  console.warn(`SKIPPED: ${what}, because its data is missing; set NEGAR_DATA to the data folder.`);
}

function expectedFolder(): string {
  return resolve(process.env.NEGAR_DATA || DEFAULT_FOLDER);
}
