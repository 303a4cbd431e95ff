import { openStorage } from '../storage/open';
import type { Storage } from '../storage/storage';
import { openMemoryStorage } from './memory-storage';
import { HAS_POSTGRESQL, startPostgresql } from './postgresql';

/** The kinds of storage that a test of it runs on: `describe.skipIf(isMissing)`. */
export const STORAGES = [
  { kind: 'PGlite', isMissing: false, open: openMemoryStorage },
  { kind: 'PostgreSQL', isMissing: !HAS_POSTGRESQL, open: openTestPostgresql },
];

/** For tests that break no connection. */
const NO_EVENTS = {
  onDisconnect(error: Error) {
    throw error;
  },
  onLost(error: Error) {
    throw error;
  },
};

async function openTestPostgresql(): Promise<Storage> {
  const server = await startPostgresql();
  const DATABASE_URL = await server.createDatabase();
  const storage = await openStorage({ DATABASE_URL, NEGAR_WORKSPACE: '' }, NO_EVENTS);
  return {
    ...storage,
    async close() {
      await storage.close();
      await server.stop();
    },
  };
}
