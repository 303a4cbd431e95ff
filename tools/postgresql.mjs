import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall } from './apt-get.mjs';

/** Where Debian's packages put each version. */
const DEBIAN = '/usr/lib/postgresql';

/**
 * The folder with `initdb` and `postgres` of the newest PostgreSQL, or of the one that
 * `NEGAR_POSTGRESQL` names; undefined if there is none.
 */
export function findPostgresql() {
  const chosen = process.env.NEGAR_POSTGRESQL;
  if (chosen) return chosen;
  const [newest] = versions().sort((one, other) => Number(other) - Number(one));
  return newest && join(DEBIAN, newest, 'bin');
}

/** Installs Debian's PostgreSQL when run as root, and otherwise says how to get one. */
export async function providePostgresql() {
  if (findPostgresql()) return;
  await aptInstall('postgresql', 'the tests of the storage');
  if (findPostgresql()) return;
  console.error(
    'negar: the tests of the storage on PostgreSQL are skipped. On Debian run `sudo apt-get update && sudo apt-get install -y postgresql`,\n' +
      'or set NEGAR_POSTGRESQL to the folder with its initdb and postgres.',
  );
}

function versions() {
  try {
    return readdirSync(DEBIAN);
  } catch {
    return [];
  }
}
