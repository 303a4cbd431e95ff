import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStorage } from '../storage/open';
import { HAS_POSTGRESQL, startPostgresql, type TestPostgresql } from '../testing/postgresql';
import { ChunkQueue } from './queue';

const EVENTS = { onDisconnect: () => undefined, onLost: () => undefined };
const chunk = { jobId: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff', number: 0 };

describe.skipIf(!HAS_POSTGRESQL)('the queue on PostgreSQL', () => {
  let server: TestPostgresql;
  beforeAll(async () => void (server = await startPostgresql()));
  afterAll(() => server.stop());

  it('is made once, however many processes start at once', async () => {
    const DATABASE_URL = await server.createDatabase();
    const settings = { DATABASE_URL, NEGAR_WORKSPACE: '' };
    const storages = await Promise.all([1, 2, 3, 4].map(() => openStorage(settings, EVENTS)));
    const errors: Error[] = [];
    const queues = storages.map((storage) => new ChunkQueue(storage, 60, (e) => errors.push(e)));
    try {
      await Promise.all(queues.map((queue) => queue.start()));
      await queues[0].send([chunk]);
      const tickets = await Promise.all(queues.map((queue) => queue.fetch()));
      expect(tickets.filter(Boolean)).toMatchObject([chunk]);
      expect(errors).toEqual([]);
    } finally {
      for (const queue of queues) await queue.stop();
      for (const storage of storages) await storage.close();
    }
  });
});
