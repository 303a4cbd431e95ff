import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { captionRuns, collections, images, items, jobs, reviewers } from '../storage/schema';
import type { Storage } from '../storage/storage';
import { STORAGES } from '../testing/storages';
import { storeItems } from '../testing/stored-items';
import { changeRules } from './change-rules';
import { getItemDetail } from './get-item';
import { DEFAULT_RULES } from './house-rules';
import { deleteCollection, deleteEverything, deleteExpired, writeRetention } from './retention';
import { edit } from './review';
import { revise } from './revise';

const DAY_MS = 24 * 60 * 60 * 1000;
const RULES = { ...DEFAULT_RULES, prefix: 'Photo:', forbidden: ['cat'], neutral: true };

describe.each(STORAGES)('the workspace on $kind', ({ isMissing, open }) => {
  describe.skipIf(isMissing)('as a whole', () => {
    let storage: Storage;
    beforeAll(async () => void (storage = await open()));
    beforeEach(() => deleteEverything(storage.database));
    afterAll(() => storage.close());

    const detail = (id: number) => getItemDetail(storage.database, id);

    it('words drafts by new rules, and only checks what people wrote', async () => {
      const { database } = storage;
      const { collectionId, ids } = await storeItems(database, [
        { candidates: ['a man', 'a dog'] },
        { candidates: ['a cat', 'a dog'] },
        { caption: 'a cat' },
      ]);
      await revise(database, { id: ids[2], version: 1, reviewer: 'Ann' }, () =>
        edit({ text: 'Cat', approve: true }),
      );
      await changeRules(database, null, RULES);
      expect(await detail(ids[0])).toMatchObject({ alt: 'Photo: A person.', version: 2 });
      expect(await detail(ids[1])).toMatchObject({ alt: 'Photo: A dog.', reviewer: null });
      expect(await detail(ids[2])).toMatchObject({ alt: 'Cat', warnings: ['prefix', 'forbidden'] });
      const { candidates, history } = await detail(ids[1]);
      expect(candidates.map(({ alt }) => alt)).toEqual(['Photo: A cat.', 'Photo: A dog.']);
      expect(history.map(({ action }) => action)).toEqual(['rules', 'caption']);

      await changeRules(database, collectionId, DEFAULT_RULES);
      expect(await detail(ids[0])).toMatchObject({ alt: 'A man.', warnings: [] });
      await changeRules(database, null, { ...RULES, prefix: 'Bild:' });
      expect(await detail(ids[0])).toMatchObject({ alt: 'A man.' });
      await changeRules(database, collectionId, null);
      expect(await detail(ids[0])).toMatchObject({ alt: 'Bild: A person.' });
      const gone = changeRules(database, '00000000-0000-4000-8000-000000000000', RULES);
      await expect(gone).rejects.toMatchObject({ code: 'RECORD_NOT_FOUND' });
    });

    it('deletes what is older than the retention allows, and what only that used', async () => {
      const { database } = storage;
      const { ids } = await storeItems(database, [{ picture: 'old' }, { picture: 'both' }]);
      await storeItems(database, [{ picture: 'both' }]);
      const now = new Date();
      for (const id of ids) {
        const changedAt = new Date(now.getTime() - 31 * DAY_MS);
        await database.update(items).set({ changedAt }).where(eq(items.id, id));
      }
      expect(await deleteExpired(database, now)).toBe(0);
      await writeRetention(database, 32);
      expect(await deleteExpired(database, now)).toBe(0);
      await writeRetention(database, 30);
      expect(await deleteExpired(database, now)).toBe(2);
      expect(await database.select().from(items)).toHaveLength(1);
      expect(await database.select().from(images)).toHaveLength(1);
      expect(await database.select().from(captionRuns)).toHaveLength(1);
    });

    it('deletes a collection with what only it uses', async () => {
      const { database } = storage;
      const { collectionId } = await storeItems(database, [{}, { picture: 'both' }]);
      await storeItems(database, [{ picture: 'both' }]);
      await deleteCollection(database, collectionId);
      expect(await database.select().from(items)).toHaveLength(1);
      expect(await database.select().from(images)).toHaveLength(1);
      expect(await database.select().from(jobs)).toHaveLength(1);
    });

    it('deletes everything', async () => {
      const { database } = storage;
      const { ids } = await storeItems(database, [{}], { keepOriginals: true });
      await revise(database, { id: ids[0], version: 1, reviewer: 'Ann' }, () =>
        edit({ text: 'Mine', approve: true }),
      );
      await deleteEverything(database);
      for (const table of [collections, images, captionRuns, items, jobs, reviewers]) {
        expect(await database.select().from(table)).toEqual([]);
      }
    });
  });
});
