import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Storage } from '../storage/storage';
import { STORAGES } from '../testing/storages';
import { type GivenItem, storeItems } from '../testing/stored-items';
import { type ItemFilter, itemListInputSchema } from './item';
import { countItems, listItems } from './list-items';
import { edit, markDecorative } from './review';
import { revise } from './revise';

/** The first and the third have the same picture, so they have the first one's caption. */
const GIVEN: GivenItem[] = [
  { name: 'Photo 10.jpg', caption: 'a dog runs', confidence: 0.9, presentAlt: 'Rex', picture: 'x' },
  { name: 'photo 2.jpg', caption: 'a cat', confidence: 0.2, context: 'Our Café opens at ten' },
  { name: 'سگ.png', presentAlt: '', picture: 'x' },
  { name: 'a_b-dogs.png', caption: 'a black and white horse', confidence: 0.5 },
  { name: '<b>"bold"</b>', caption: 'a cat', confidence: 0.7 },
];

describe.each(STORAGES)('items on $kind', ({ isMissing, open }) => {
  describe.skipIf(isMissing)('are listed', () => {
    let storage: Storage;
    let collectionId: string;
    let ids: number[];
    beforeAll(async () => {
      storage = await open();
      ({ collectionId, ids } = await storeItems(storage.database, GIVEN));
    });
    afterAll(() => storage.close());

    const list = (input: object) =>
      listItems(storage.database, itemListInputSchema.parse({ collectionId, ...input }));

    async function found(filter: Partial<ItemFilter>): Promise<number[]> {
      const { items } = await list({ filter, sort: 'newest' });
      expect(await countItems(storage.database, { collectionId, filter })).toBe(items.length);
      return items.map(({ id }) => ids.indexOf(id)).toSorted((one, other) => one - other);
    }

    it.each([
      ['confidence', [1, 3, 4, 0, 2]],
      ['newest', [4, 3, 2, 1, 0]],
      ['name', [4, 3, 1, 0, 2]],
    ])('by %s, page by page', async (sort, expected) => {
      const seen: number[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof list>> = await list({ sort, limit: 2, cursor });
        seen.push(...page.items.map(({ id }) => ids.indexOf(id)));
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(seen).toEqual(expected);
    });

    it('with cursors of the same sort only', async () => {
      const { nextCursor } = await list({ sort: 'name', limit: 1 });
      for (const cursor of [nextCursor, 'x', Buffer.from('[1]').toString('base64url')]) {
        await expect(list({ sort: 'confidence', cursor })).rejects.toMatchObject({
          code: 'OPTION_INVALID',
        });
      }
    });

    it('by what they need', async () => {
      expect(await found({ confidence: { from: 0.5, to: 0.7 } })).toEqual([3, 4]);
      expect(await found({ length: { from: 0, to: 6 } })).toEqual([1, 4]);
      expect(await found({ missing: true })).toEqual([1, 3, 4]);
      expect(await found({ missing: false })).toEqual([0, 2]);
      expect(await found({ duplicates: 'text' })).toEqual([0, 1, 2, 4]);
      expect(await found({ duplicates: 'picture' })).toEqual([0, 2]);
      expect(await found({ states: ['approved', 'edited'] })).toEqual([]);
    });

    it('by words', async () => {
      expect(await found({ word: 'Dog' })).toEqual([0, 2]);
      expect(await found({ word: 'do' })).toEqual([]);
      expect(await found({ search: 'dog' })).toEqual([0, 2, 3]);
      expect(await found({ search: 'caf OPEN' })).toEqual([1]);
      expect(await found({ search: 'سگ' })).toEqual([2]);
      expect(await found({ search: 'bold b' })).toEqual([4]);
      for (const search of ["'", '\\', '& | !', ':*', "a' | 'b", '%_', '\u0000']) {
        expect(await found({ search: `${search}zzz` })).toEqual([]);
        expect(await found({ search })).toBeInstanceOf(Array);
      }
    });

    it('as they are after changes', async () => {
      const change = { id: ids[3], version: 1, reviewer: 'Ann' };
      await revise(storage.database, change, () => edit({ text: 'A zebra', approve: false }));
      await revise(storage.database, { ...change, id: ids[4] }, markDecorative);
      expect(await found({ word: 'zebra' })).toEqual([3]);
      expect(await found({ word: 'horse' })).toEqual([]);
      expect(await found({ states: ['edited', 'decorative'] })).toEqual([3, 4]);
      expect(await found({ duplicates: 'text' })).toEqual([0, 2]);
      const repeat = { ...change, id: ids[2] };
      await revise(storage.database, repeat, () => edit({ text: 'a ZEBRA.', approve: true }));
      expect(await found({ warnings: ['repeated'] })).toEqual([2, 3]);
      await revise(storage.database, { ...change, version: 2 }, markDecorative);
      expect(await found({ warnings: ['repeated'] })).toEqual([]);
    });
  });
});
