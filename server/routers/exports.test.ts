import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportRows } from '../export/export-rows';
import { translateRows } from '../export/translate-rows';
import { writeCsv, writeJson } from '../export/write-rows';
import type { Storage } from '../storage/storage';
import {
  bytes,
  codeOf,
  exporting,
  form,
  importFile,
  UNCHANGED,
  written,
} from '../testing/exporting';
import { fakeInference } from '../testing/fake-inference';
import { openMemoryStorage } from '../testing/memory-storage';

let storage: Storage;
beforeAll(async () => void (storage = await openMemoryStorage()));
afterAll(() => storage.close());

const text = (base64: string | null) => Buffer.from(base64 ?? '', 'base64').toString();

const CAPTIONS = ['=1+1', '-5 "degrees", today', '@a', "'=1", 'سگ\tو گربه', 'a; b', "'tis", '+'];

describe('rows and files', () => {
  it('come in pages, in the order of the items', async () => {
    const { caller, ids, collectionId } = await exporting(
      storage,
      {},
      {},
      { presentAlt: null },
      {},
      {},
    );
    const { rows, nextCursor } = await caller.exports.rows({ collectionId, limit: 3 });
    expect(rows.map(({ id }) => id)).toEqual(ids.slice(0, 3));
    expect(rows[2]).toMatchObject({
      version: 1,
      file: 'photo-2.jpg',
      address: 'photo-2.jpg',
      alt: 'A dog.',
      state: 'draft',
      present: null,
      caption: 'a dog',
      model: 'fake 1.0.0',
      reviewer: null,
    });
    const rest = await caller.exports.snippets({ collectionId, limit: 3, cursor: nextCursor! });
    expect(rest).toEqual({
      snippets: [3, 4].map((i) => ({
        id: ids[i],
        html: `<img src="photo-${i}.jpg" alt="A dog.">`,
        translations: [],
      })),
      nextCursor: null,
    });
  });

  it('hold only what is in the wanted states', async () => {
    const { caller, ids, collectionId } = await exporting(storage, {}, {});
    await caller.review.accept({ id: ids[1], version: 1, reviewer: 'Ann' });
    const { rows } = await caller.exports.rows({ collectionId, states: ['approved'] });
    expect(rows.map(({ id }) => id)).toEqual([ids[1]]);
  });

  it.each([
    ['CSV', writeCsv],
    ['JSON', writeJson],
  ])('come back unchanged from %s', async (_, write) => {
    const names = CAPTIONS.map((caption) => ({ caption, name: `${caption}.jpg` }));
    const { caller, ids, collectionId } = await exporting(storage, ...names);
    for (const [i, id] of ids.entries()) {
      const change = { id, version: 1, reviewer: '=Ann' };
      await caller.review.edit({ ...change, text: CAPTIONS[i], approve: i % 2 === 0 });
    }
    await caller.review.decorative({ id: ids[7], version: 2, reviewer: 'Ann' });
    const before = await caller.exports.rows({ collectionId });
    const report = await importFile(
      caller,
      collectionId,
      await written(storage, write, collectionId),
    );
    expect(report).toEqual({ ...UNCHANGED, rows: 8, unchanged: 8 });
    expect(await caller.exports.rows({ collectionId })).toEqual(before);
  });

  it('come in other languages where they are asked for', async () => {
    const { caller, collectionId } = await exporting(storage, {}, { caption: 'a cat' });
    const input = { collectionId, languages: ['de' as const, 'fa' as const], limit: 50 };
    const { rows } = await caller.exports.rows(input);
    expect(rows[1]).toMatchObject({ alt: 'A cat.', alt_de: 'de: A cat.', alt_fa: 'fa: A cat.' });
    const { snippets } = await caller.exports.snippets(input);
    expect(snippets[0]).toMatchObject({ html: '<img src="photo-0.jpg" alt="A dog.">' });
    expect(snippets[0].translations[1]).toEqual({
      lang: 'fa',
      dir: 'rtl',
      html: '<img src="photo-0.jpg" alt="fa: A dog." lang="fa" dir="rtl">',
    });
    expect(await codeOf(caller.exports.rows({ ...input, limit: 51 }))).toBe('OPTION_INVALID');
  });

  it.each(['CSV', 'JSON'])('with translations come back unchanged from %s', async (kind) => {
    const { caller, collectionId } = await exporting(storage, {}, { caption: 'a cat' });
    const translating = { inference: fakeInference(), languages: ['de', 'fa'] as const };
    const translated = translateRows(exportRows(storage.database, { collectionId }), translating);
    let file = '';
    const write = kind === 'CSV' ? writeCsv(translated, ['de', 'fa']) : writeJson(translated);
    for await (const piece of write) file += piece;
    expect(file).toContain('fa: A cat.');
    const report = await importFile(caller, collectionId, file);
    expect(report).toEqual({ ...UNCHANGED, rows: 2, unchanged: 2 });
  });

  it('begin no formula in any cell', async () => {
    const { collectionId } = await exporting(
      storage,
      ...CAPTIONS.map((caption) => ({ caption, name: caption, presentAlt: caption })),
    );
    const { data } = Papa.parse<string[]>(
      (await written(storage, writeCsv, collectionId)).slice(1),
    );
    expect(data.flat().filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
    expect(data.flat().filter((cell) => cell.startsWith("'=1"))).toHaveLength(5);
  });

  it('may be empty', async () => {
    const { collectionId } = await exporting(storage);
    expect(JSON.parse(await written(storage, writeJson, collectionId))).toEqual([]);
    expect((await written(storage, writeCsv, collectionId)).split('\r\n')).toHaveLength(2);
  });
});

describe('patch', () => {
  it('fills in what was reviewed, and answers with the file, a diff and a report', async () => {
    const { caller, ids, collectionId } = await exporting(
      storage,
      { name: 'a.jpg' },
      { name: 'b.jpg' },
    );
    await caller.review.accept({ id: ids[0], version: 1, reviewer: 'Ann' });
    const html = '<img src="a.jpg">\n<img src="b.jpg">\n';
    const patch = await caller.exports.patch(form({ collectionId, file: bytes(html) }));
    expect(text(patch.file)).toBe('<img src="a.jpg" alt="A dog.">\n<img src="b.jpg">\n');
    expect(text(patch.diff)).toContain('+<img src="a.jpg" alt="A dog.">');
    expect(patch.filled).toEqual([
      { line: 1, column: 1, address: 'a.jpg', before: undefined, alt: 'A dog.', by: 'name' },
    ]);
    expect(patch.left).toMatchObject([{ line: 2, reason: 'state' }]);
    const drafts = form({ collectionId, file: bytes(html), states: 'draft', scope: 'all' });
    expect((await caller.exports.patch(drafts)).filled).toMatchObject([{ address: 'b.jpg' }]);
  });

  it('refuses UTF-16, and options that do not exist', async () => {
    const { caller, collectionId } = await exporting(storage, {});
    const file = new Uint8Array(Buffer.from('\ufeff<p>', 'utf16le'));
    expect(await codeOf(caller.exports.patch(form({ collectionId, file })))).toBe(
      'HTML_UNREADABLE',
    );
    const page = { collectionId, file: bytes('<p>') };
    for (const wrong of [{ scope: 'some' }, { states: 'done' }, { address: 'javascript:1' }]) {
      const call = caller.exports.patch(form({ ...page, ...(wrong as { scope: string }) }));
      expect(await codeOf(call)).toBe('OPTION_INVALID');
    }
  });
});

describe('descriptions in files', () => {
  it('writes the alt text of the very same picture into its file', async () => {
    const { caller, ids, collectionId } = await exporting(
      storage,
      { picture: 'one' },
      { picture: 'two' },
      { picture: 'two' },
      { picture: 'three' },
    );
    const write = (picture: string, states?: string) =>
      caller.exports.describe(
        form({ collectionId, file: bytes(picture), ...(states && { states }) }),
      );
    expect(await write('one')).toEqual({ outcome: 'state', alt: null, file: null });
    const one = await write('one', 'draft');
    expect(one).toMatchObject({ outcome: 'written', alt: 'A dog.' });
    expect(text(one.file)).toBe('oneA dog.');
    const change = { id: ids[1], version: 1, reviewer: 'Ann' };
    await caller.review.edit({ ...change, text: 'A cat.', approve: false });
    expect(await write('two', 'draft,edited')).toMatchObject({
      outcome: 'ambiguous',
      file: null,
    });
    expect(await write('four')).toMatchObject({ outcome: 'unknown', file: null });
    await caller.review.decorative({ id: ids[3], version: 1, reviewer: 'Ann' });
    expect(await write('three')).toMatchObject({ outcome: 'decorative', file: null });
  });
});
