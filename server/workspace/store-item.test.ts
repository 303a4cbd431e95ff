import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captionRuns, images, items, jobItems, jobs, originals, spool } from '../storage/schema';
import type { Storage } from '../storage/storage';
import { STORAGES } from '../testing/storages';
import { storeItems } from '../testing/stored-items';
import { findCaption } from './caption-store';
import { storeItem } from './store-item';

describe.each(STORAGES)('on $kind', ({ isMissing, open }) => {
  describe.skipIf(isMissing)('storing captions', () => {
    let storage: Storage;
    beforeAll(async () => void (storage = await open()));
    afterAll(() => storage.close());

    it('finds a caption by picture, model and the options that decide it', async () => {
      const { database } = storage;
      const { ids } = await storeItems(database, [{}]);
      const [{ imageHash: hash, runId }] = await database
        .select()
        .from(items)
        .where(eq(items.id, ids[0]));
      const model = { id: 'fake', version: '1.0.0' };
      const find = (options: object, other = {}) =>
        findCaption(database, { hash, model: { ...model, ...other }, options });
      expect(await find({})).toMatchObject({ id: runId });
      expect(await find({ neutral: true, altLength: 40, seed: 7 })).toMatchObject({ id: runId });
      expect(await find({ beamWidth: 5 })).toBeUndefined();
      expect(await find({ temperature: 0.5 })).toBeUndefined();
      expect(await find({}, { version: '1.0.1' })).toBeUndefined();
    });

    it('stores a picture and its caption once, and says when a caption was there', async () => {
      const { database } = storage;
      const picture = 'the same';
      const { ids } = await storeItems(database, [{ picture }, { picture, caption: 'a cat' }]);
      const rows = await database
        .select()
        .from(items)
        .where(eq(items.batch, await batchOf(ids[0])));
      expect(new Set(rows.map(({ imageHash }) => imageHash)).size).toBe(1);
      expect(rows.map(({ alt }) => alt)).toEqual(['A dog.', 'A dog.']);
      const [run] = await database
        .select()
        .from(captionRuns)
        .where(eq(captionRuns.id, rows[0].runId));
      const [job] = await database.select().from(jobs).where(eq(jobs.id, rows[0].batch));
      const [{ id: jobItemId }] = await database
        .insert(jobItems)
        .values({ jobId: job.id, key: 'third', position: 2, name: 'c', source: rows[0].source })
        .returning();
      const bytes = new Uint8Array([1]);
      await database.insert(spool).values({ jobItemId, bytes });
      const captioned = { jobItemId, hash: run.imageHash, bytes, found: run };
      const stored = await Promise.all([1, 2, 3].map(() => storeItem(database, captioned)));
      const [id, ...others] = stored.filter((each) => each !== undefined);
      expect(others).toEqual([]);
      const [item] = await database.select().from(items).where(eq(items.id, id!));
      expect(item).toMatchObject({
        cached: true,
        state: 'draft',
        version: 1,
        warnings: ['repeated'],
      });
      expect(await database.select().from(spool)).toEqual([]);
      const [done] = await database.select().from(jobItems).where(eq(jobItems.id, jobItemId));
      expect(done.state).toBe('done');
    });

    it('keeps files only where it was asked to', async () => {
      const { database } = storage;
      await storeItems(database, [{}]);
      expect(await database.select().from(originals)).toEqual([]);
      await storeItems(database, [{ picture: 'kept' }], { keepOriginals: true });
      const [{ bytes, hash }] = await database.select().from(originals);
      expect(new TextDecoder().decode(bytes)).toBe('kept');
      expect(await database.select().from(images).where(eq(images.hash, hash))).toHaveLength(1);
    });

    async function batchOf(id: number): Promise<string> {
      const [{ batch }] = await storage.database.select().from(items).where(eq(items.id, id));
      return batch;
    }
  });
});
