import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HAS_POSTGRESQL, startPostgresql, type TestPostgresql } from '../testing/postgresql';
import { openStorage } from './open';
import { collections } from './schema';

const EVENTS = { onDisconnect: () => undefined, onLost: () => undefined };

describe.skipIf(!HAS_POSTGRESQL)('PostgreSQL', () => {
  let server: TestPostgresql;
  beforeAll(async () => void (server = await startPostgresql()));
  afterAll(() => server.stop());

  it('gets its schema once, however many processes start at once', async () => {
    const DATABASE_URL = await server.createDatabase();
    const settings = { DATABASE_URL, NEGAR_WORKSPACE: '' };
    const storages = await Promise.all([1, 2, 3, 4].map(() => openStorage(settings, EVENTS)));
    await storages[0].database.insert(collections).values({ name: 'Shared' });
    expect(await storages[3].database.select().from(collections)).toMatchObject([
      { name: 'Shared', keepOriginals: false },
    ]);
    const counted = await storages[1].executeSql(
      'select count(*)::int as migrations, count(distinct hash)::int as different from drizzle.negar_migrations',
    );
    const [{ migrations, different }] = counted.rows as { migrations: number; different: number }[];
    expect(migrations).toBe(different);
    for (const storage of storages) await storage.close();
  });

  it('lets one process at a time change the schema', async () => {
    const DATABASE_URL = await server.createDatabase();
    const settings = { DATABASE_URL, NEGAR_WORKSPACE: '' };
    const storages = await Promise.all([1, 2, 3].map(() => openStorage(settings, EVENTS)));
    let busy = 0;
    const most = await Promise.all(
      storages.map((storage) =>
        storage.alone(async () => {
          const together = ++busy;
          await storage.executeSql('select pg_sleep(0.05)');
          busy--;
          return together;
        }),
      ),
    );
    expect(most).toEqual([1, 1, 1]);
    for (const storage of storages) await storage.close();
  });

  it('runs several statements', async () => {
    const DATABASE_URL = await server.createDatabase();
    const storage = await openStorage({ DATABASE_URL, NEGAR_WORKSPACE: '' }, EVENTS);
    expect(await storage.executeSql('select 1 as a; select 2 as b')).toEqual({
      rows: [{ a: 1 }, { b: 2 }],
    });
    expect(await storage.executeSql('select $1::int as c', [3])).toEqual({ rows: [{ c: 3 }] });
    await storage.close();
  });
});

it('tells of a database that cannot be reached, without its password', async () => {
  const DATABASE_URL = 'postgresql://negar:secret@127.0.0.1:1/negar';
  const error = await openStorage({ DATABASE_URL, NEGAR_WORKSPACE: '' }, EVENTS).catch(
    (cause: unknown) => cause,
  );
  expect(error).toMatchObject({ code: 'WORKSPACE_UNAVAILABLE' });
  expect(String(error)).not.toContain('secret');
});
