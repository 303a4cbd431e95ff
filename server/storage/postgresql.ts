import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Pool, type PoolClient } from 'pg';
import { DIALECT, MIGRATIONS } from './migrations';
import type { Storage, StorageEvents } from './storage';

const MAX_CONNECTIONS = 10;
const CONNECT_MS = 10_000;

/** Names the advisory lock of who changes the schema; the number has no meaning. */
const SCHEMA_LOCK = 6_713_904;

/** @param url `postgresql://user:password@host:port/database`. */
export async function openPostgresql(
  url: string,
  { onDisconnect }: Pick<StorageEvents, 'onDisconnect'>,
): Promise<Storage> {
  const pool = new Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'negar',
  });
  pool.on('error', onDisconnect);
  try {
    await alone(pool, (client) => migrate(drizzle(client, DIALECT), MIGRATIONS));
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    kind: 'postgresql',
    database: drizzle(pool, DIALECT),
    async executeSql(text, values) {
      // Several statements have several results, whatever the types say.
      const results: { rows: unknown[] } | { rows: unknown[] }[] = await pool.query(text, values);
      return { rows: [results].flat().flatMap(({ rows }) => rows) };
    },
    alone: (work) => alone(pool, work),
    close: () => pool.end(),
  };
}

/** Of processes that start at once, one changes the schema and the others wait for it. */
async function alone<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [SCHEMA_LOCK]);
    return await work(client);
  } finally {
    // Closing the connection releases the lock, whatever state it is in.
    client.release(true);
  }
}
