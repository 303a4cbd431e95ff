import { isNegarError, NegarError } from '../../models/errors';
import type { StorageSettings } from '../env';
import { openPglite } from './pglite';
import { openPostgresql } from './postgresql';
import type { Storage, StorageEvents } from './storage';

/**
 * Opens PostgreSQL where `DATABASE_URL` names one, otherwise PGlite in the data folder, which it
 * makes. Brings the schema up to date first, also when several processes start at once.
 * @throws {NegarError} WORKSPACE_LOCKED when another process uses the folder; WORKSPACE_UNAVAILABLE.
 */
export async function openStorage(
  { DATABASE_URL, NEGAR_WORKSPACE }: StorageSettings,
  events: StorageEvents,
): Promise<Storage> {
  try {
    return DATABASE_URL === undefined
      ? await openPglite(NEGAR_WORKSPACE, events)
      : await openPostgresql(DATABASE_URL, events);
  } catch (cause) {
    if (isNegarError(cause)) throw cause;
    throw new NegarError(
      'WORKSPACE_UNAVAILABLE',
      DATABASE_URL === undefined
        ? 'The data folder of the workspace cannot be used. The log of the server says why.'
        : 'The database of the workspace cannot be reached. The log of the server says why.',
      { cause },
    );
  }
}
