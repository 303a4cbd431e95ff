import type { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { databaseFolder, takeDataFolder } from './data-folder';
import { DIALECT, MIGRATIONS } from './migrations';
import { createPglite } from './pglite-client';
import type { Storage, StorageEvents } from './storage';

/** @throws {NegarError} WORKSPACE_LOCKED. */
export async function openPglite(
  folder: string,
  { onLost }: Pick<StorageEvents, 'onLost'>,
): Promise<Storage> {
  const release = await takeDataFolder(folder, onLost);
  try {
    const storage = await storageOf(await createPglite(databaseFolder(folder)));
    return {
      ...storage,
      async close() {
        await storage.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Brings the schema up to date and takes over the client. */
export async function storageOf(client: PGlite): Promise<Storage> {
  const database = drizzle(client, DIALECT);
  await migrate(database, MIGRATIONS);
  return {
    kind: 'pglite',
    database,
    async executeSql(text, values) {
      if (values?.length) return client.query(text, values);
      return { rows: (await client.exec(text)).flatMap(({ rows }) => rows) };
    },
    alone: (work) => work(),
    close: () => client.close(),
  };
}
