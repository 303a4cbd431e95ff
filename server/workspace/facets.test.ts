import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Keywords } from '../../models/sequence/keywords';
import { NegarError } from '../../models/errors';
import { items } from '../storage/schema';
import type { Storage } from '../storage/storage';
import { STORAGES } from '../testing/storages';
import { storeItems } from '../testing/stored-items';
import { countFacets, facetsInputSchema } from './facets';
import { getItemDetail } from './get-item';
import { keepKeywords, readAltTexts } from './keep-keywords';
import { type ItemFilter, itemListInputSchema } from './item';
import { listItems } from './list-items';
import { accept, edit, markDecorative } from './review';
import { revise } from './revise';

const CAPTIONS = ['a brown dog runs', 'a dog and a ball', 'a red ball', 'a cat sleeps'];
const KNOWN: Keywords = {
  nouns: ['dog', 'ball', 'cat', 'zebra'],
  verbs: ['runs', 'sleeps'],
  adjectives: ['brown', 'red'],
};

/** Knows a few words by heart. */
function keywordsOf(text: string): Keywords {
  const words = text.toLowerCase().match(/\w+/g) ?? [];
  const known = (kind: keyof Keywords) => words.filter((word) => KNOWN[kind].includes(word));
  return { nouns: known('nouns'), verbs: known('verbs'), adjectives: known('adjectives') };
}
const inference = {
  keywords: (texts: readonly string[]) => Promise.resolve(texts.map(keywordsOf)),
};

describe.each(STORAGES)('keywords on $kind', ({ isMissing, open }) => {
  describe.skipIf(isMissing)('are kept and counted', () => {
    let storage: Storage;
    let collectionId: string;
    let ids: number[];
    beforeAll(async () => {
      storage = await open();
      const given = CAPTIONS.map((caption) => ({ caption }));
      ({ collectionId, ids } = await storeItems(storage.database, given));
      await storeItems(storage.database, [{ caption: 'a brown dog runs' }]);
    });
    afterAll(() => storage.close());

    const facets = (input: object = {}) =>
      countFacets(storage.database, facetsInputSchema.parse({ collectionId, ...input }));
    const detail = (index: number) => getItemDetail(storage.database, ids[index]);
    const change = (index: number, version: number, decide: Parameters<typeof revise>[2]) =>
      revise(storage.database, { id: ids[index], version, reviewer: 'Ann' }, decide);

    async function found(keywords: NonNullable<ItemFilter['keywords']>): Promise<number[]> {
      const input = { collectionId, filter: { keywords }, sort: 'newest' };
      const page = await listItems(storage.database, itemListInputSchema.parse(input));
      return page.items.map(({ id }) => ids.indexOf(id)).toReversed();
    }

    it('once a model has read the alt texts', async () => {
      expect(await facets()).toEqual({ nouns: [], verbs: [], adjectives: [], unread: 4 });
      expect((await detail(0)).keywords).toBeNull();
      expect(await readAltTexts(storage.database, inference)).toBe(5);
      expect(await readAltTexts(storage.database, inference)).toBe(0);
      expect((await detail(0)).keywords).toEqual(keywordsOf(CAPTIONS[0]));
    });

    it('the commonest first, of the collection alone', async () => {
      expect(await facets()).toEqual({
        nouns: [
          { word: 'ball', count: 2 },
          { word: 'dog', count: 2 },
          { word: 'cat', count: 1 },
        ],
        verbs: [
          { word: 'runs', count: 1 },
          { word: 'sleeps', count: 1 },
        ],
        adjectives: [
          { word: 'brown', count: 1 },
          { word: 'red', count: 1 },
        ],
        unread: 0,
      });
      expect((await facets({ limit: 1 })).nouns).toEqual([{ word: 'ball', count: 2 }]);
    });

    it('of what passes a filter', async () => {
      expect(await found({ nouns: ['dog'] })).toEqual([0, 1]);
      expect(await found({ nouns: ['Dog', 'ball'] })).toEqual([1]);
      expect(await found({ nouns: ['ball'], adjectives: ['red'] })).toEqual([2]);
      expect(await found({ verbs: ['dog'] })).toEqual([]);
      expect(await found({})).toEqual([0, 1, 2, 3]);
      for (const word of ['"', '\\', "'", '\u0000x', '\ud800x', '{}', '%']) {
        expect(await found({ nouns: [word] })).toEqual([]);
      }
      const filter = { keywords: { nouns: ['ball'] } };
      expect((await facets({ filter })).nouns).toEqual([
        { word: 'ball', count: 2 },
        { word: 'dog', count: 1 },
      ]);
    });

    it('anew when the text changes, and only then', async () => {
      await change(0, 1, accept);
      expect((await detail(0)).keywords).toEqual(keywordsOf(CAPTIONS[0]));
      await change(0, 2, () => edit({ text: 'A zebra', approve: false }));
      await change(3, 1, markDecorative);
      expect((await detail(0)).keywords).toBeNull();
      expect(await facets()).toMatchObject({ unread: 2, verbs: [] });
      await readAltTexts(storage.database, inference);
      expect(await found({ nouns: ['zebra'] })).toEqual([0]);
      expect(await facets()).toMatchObject({ unread: 0, verbs: [] });
    });

    it('never of a text that was changed while it was read', async () => {
      await change(1, 1, () => edit({ text: 'A cat', approve: false }));
      const slow = {
        async keywords(texts: readonly string[]) {
          await change(1, 2, () => edit({ text: 'A ball', approve: false }));
          return texts.map(keywordsOf);
        },
      };
      await readAltTexts(storage.database, slow);
      expect((await detail(1)).keywords).toBeNull();
      await readAltTexts(storage.database, inference);
      expect((await detail(1)).keywords).toEqual(keywordsOf('A ball'));
    });

    it('by themselves, until that is ended', async () => {
      const log = pino({ level: 'silent' });
      await storage.database.update(items).set({ keywords: null });
      const end = keepKeywords(storage.database, inference, log);
      await vi.waitFor(async () => expect((await facets()).unread).toBe(0));
      await end();
      const warn = vi.spyOn(log, 'warn');
      await storage.database.update(items).set({ keywords: null });
      const missing = new NegarError('ARTEFACT_MISSING', 'There is no tagger.');
      const failing = keepKeywords(
        storage.database,
        { keywords: () => Promise.reject(missing) },
        log,
      );
      await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce());
      await failing();
      expect((await facets()).unread).toBe(4);
    });
  });
});
