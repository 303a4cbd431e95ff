import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { NegarError } from '../../models/errors';

/** A lock that was not renewed for so long belongs to a process that died. */
const STALE_MS = 10_000;
const RENEW_MS = 2_000;
const RETRY_MS = 500;

/** Where PGlite keeps its files in the data folder. */
export function databaseFolder(folder: string): string {
  return join(folder, 'database');
}

/**
 * Makes the data folder, which only its owner may read, and takes its lock. Waits for the lock of a
 * process that died to become stale, ten seconds at most.
 * @param onLost is told when another process took the lock, for instance while this one was suspended.
 * @returns what releases the lock.
 * @throws {NegarError} WORKSPACE_LOCKED when another process renews its lock.
 */
export async function takeDataFolder(
  folder: string,
  onLost: (error: Error) => void,
): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lockfilePath = join(folder, 'lock');
  const options = { lockfilePath, stale: STALE_MS, update: RENEW_MS, onCompromised: onLost };
  let renewed: number | undefined;
  for (;;) {
    try {
      return await lock(folder, options);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error;
    }
    const before = renewed;
    renewed = await stat(lockfilePath).then(
      ({ mtimeMs }) => mtimeMs,
      () => undefined,
    );
    if (before !== undefined && renewed !== undefined && before !== renewed) throw isLocked();
    await setTimeout(RETRY_MS);
  }
}

function isLocked(): NegarError {
  return new NegarError(
    'WORKSPACE_LOCKED',
    'Another process uses the data folder of the workspace. Stop it, set NEGAR_WORKSPACE to ' +
      'another folder, or set DATABASE_URL to a PostgreSQL that several processes can share.',
  );
}
