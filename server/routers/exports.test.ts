import { TRPCError } from '@trpc/server';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromTRPCError } from '../errors';
import { exportRows } from '../export/export-rows';
import { translateRows } from '../export/translate-rows';
import { writeCsv, writeJson } from '../export/write-rows';
import type { Describer } from '../metadata/describer';
import type { Storage } from '../storage/storage';
import { contextOf } from '../testing/context';
import { fakeInference } from '../testing/fake-inference';
import { openMemoryStorage, workspaceOf } from '../testing/memory-storage';
import { type GivenItem, storeItems } from '../testing/stored-items';
import { createCaller } from './app';

/** Writes the alt text after the bytes of the file. */
const describer: Describer = {
  describe: (photo, text) => Promise.resolve(Buffer.concat([photo, Buffer.from(text)])),
};

let storage: Storage;
beforeAll(async () => void (storage = await openMemoryStorage()));
afterAll(() => storage.close());

async function setUp(...given: GivenItem[]) {
  const stored = await storeItems(storage.database, given);
  const workspace = workspaceOf(storage);
  const context = contextOf({ workspace, describer });
  return { caller: createCaller(context), ...stored };
}

type Caller = Awaited<ReturnType<typeof setUp>>['caller'];

function form(fields: Record<string, string | Uint8Array<ArrayBuffer>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    data.set(name, typeof value === 'string' ? value : new File([value], 'page.html'));
  }
  return data;
}

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const text = (base64: string | null) => Buffer.from(base64 ?? '', 'base64').toString();

async function written(write: typeof writeCsv, collectionId: string): Promise<string> {
  let file = '';
  for await (const piece of write(exportRows(storage.database, { collectionId }))) file += piece;
  return file;
}

function importFile(caller: Caller, collectionId: string, file: string, reviewer = 'Ann') {
  return caller.exports.import(form({ file: bytes(file), collectionId, reviewer }));
}

/** Edits cells as a person does in a spreadsheet. */
function edited(csv: string, change: (row: Record<string, string>, index: number) => void): string {
  const { data, meta } = Papa.parse<Record<string, string>>(csv.slice(1), { header: true });
  const rows = data.filter(({ id }) => id);
  rows.forEach(change);
  return Papa.unparse(rows, { columns: meta.fields });
}

async function codeOf(call: Promise<unknown>) {
  const error = await call.catch((cause: unknown) => cause);
  if (!(error instanceof TRPCError)) throw new Error('The call did not fail.');
  return fromTRPCError(error).code;
}

const UNCHANGED = { changed: 0, conflictCount: 0, conflicts: [], badCount: 0, bad: [] };
const CAPTIONS = ['=1+1', '-5 "degrees", today', '@a', "'=1", 'سگ\tو گربه', 'a; b', "'tis", '+'];

describe('rows and files', () => {
  it('come in pages, in the order of the items', async () => {
    const { caller, ids, collectionId } = await setUp({}, {}, { presentAlt: null }, {}, {});
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
    const { caller, ids, collectionId } = await setUp({}, {});
    await caller.review.accept({ id: ids[1], version: 1, reviewer: 'Ann' });
    const { rows } = await caller.exports.rows({ collectionId, states: ['approved'] });
    expect(rows.map(({ id }) => id)).toEqual([ids[1]]);
  });

  it.each([
    ['CSV', writeCsv],
    ['JSON', writeJson],
  ])('come back unchanged from %s', async (_, write) => {
    const names = CAPTIONS.map((caption) => ({ caption, name: `${caption}.jpg` }));
    const { caller, ids, collectionId } = await setUp(...names);
    for (const [i, id] of ids.entries()) {
      const change = { id, version: 1, reviewer: '=Ann' };
      await caller.review.edit({ ...change, text: CAPTIONS[i], approve: i % 2 === 0 });
    }
    await caller.review.decorative({ id: ids[7], version: 2, reviewer: 'Ann' });
    const before = await caller.exports.rows({ collectionId });
    const report = await importFile(caller, collectionId, await written(write, collectionId));
    expect(report).toEqual({ ...UNCHANGED, rows: 8, unchanged: 8 });
    expect(await caller.exports.rows({ collectionId })).toEqual(before);
  });

  it('come in other languages where they are asked for', async () => {
    const { caller, collectionId } = await setUp({}, { caption: 'a cat' });
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
    const { caller, collectionId } = await setUp({}, { caption: 'a cat' });
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
    const { collectionId } = await setUp(
      ...CAPTIONS.map((caption) => ({ caption, name: caption, presentAlt: caption })),
    );
    const { data } = Papa.parse<string[]>((await written(writeCsv, collectionId)).slice(1));
    expect(data.flat().filter((cell) => /^[=+\-@\t\r\n]/.test(cell))).toEqual([]);
    expect(data.flat().filter((cell) => cell.startsWith("'=1"))).toHaveLength(5);
  });

  it('may be empty', async () => {
    const { collectionId } = await setUp();
    expect(JSON.parse(await written(writeJson, collectionId))).toEqual([]);
    expect((await written(writeCsv, collectionId)).split('\r\n')).toHaveLength(2);
  });
});

describe('import', () => {
  it('stores what was edited outside, under the name of who did it, and can be undone', async () => {
    const { caller, ids, collectionId } = await setUp({}, {}, {}, {}, {});
    const file = edited(await written(writeCsv, collectionId), (row, i) => {
      if (i === 0) row.alt = 'A brown dog.';
      if (i === 1) row.state = 'approved';
      if (i === 2) Object.assign(row, { alt: '', state: 'decorative' });
      if (i === 3) Object.assign(row, { alt: 'A cat.', state: 'decorative' });
    });
    expect(await importFile(caller, collectionId, file, 'Bob')).toEqual({
      ...UNCHANGED,
      rows: 5,
      changed: 4,
      unchanged: 1,
    });
    const { rows } = await caller.exports.rows({ collectionId });
    expect(rows.map(({ alt, state, reviewer }) => [alt, state, reviewer])).toEqual([
      ['A brown dog.', 'edited', 'Bob'],
      ['A dog.', 'approved', 'Bob'],
      ['', 'decorative', 'Bob'],
      ['A cat.', 'edited', 'Bob'],
      ['A dog.', 'draft', null],
    ]);
    const { history } = await caller.items.get({ id: ids[0] });
    expect(history[0]).toMatchObject({ action: 'import', version: 2 });
    const undone = await caller.review.undo({ id: ids[0], version: 2, reviewer: 'Bob' });
    expect(undone).toMatchObject({ alt: 'A dog.', state: 'draft' });
    const again = await importFile(caller, collectionId, file, 'Bob');
    expect(again).toMatchObject({ changed: 0, unchanged: 4, conflictCount: 1 });
  });

  it('overwrites nothing that was changed meanwhile, and tells both texts', async () => {
    const { caller, ids, collectionId } = await setUp({}, {}, {});
    const csv = await written(writeCsv, collectionId);
    for (const id of ids) {
      await caller.review.edit({ id, version: 1, reviewer: 'Ann', text: 'Meanwhile.' });
    }
    const file = edited(csv, (row, i) => {
      if (i === 0) row.alt = 'Outside.';
      if (i === 1) Object.assign(row, { alt: 'Meanwhile.', state: 'edited' });
    });
    const report = await importFile(caller, collectionId, file, 'Bob');
    expect(report).toEqual({
      ...UNCHANGED,
      rows: 3,
      unchanged: 2,
      conflictCount: 1,
      conflicts: [
        {
          row: 2,
          id: ids[0],
          file: 'photo-0.jpg',
          alt: 'Outside.',
          current: { alt: 'Meanwhile.', state: 'edited' },
          reviewer: 'Ann',
        },
      ],
    });
    const { rows } = await caller.exports.rows({ collectionId });
    expect(new Set(rows.map(({ alt }) => alt))).toEqual(new Set(['Meanwhile.']));
  });

  it('reports each bad row by its number, and stores the others', async () => {
    const { caller, ids, collectionId } = await setUp({}, {}, {}, {});
    const other = await setUp({});
    const lines = [
      'id,version,alt,state,hash',
      `${other.ids[0]},1,Of another collection.,,`,
      `${ids[0]},1,Stored.,,`,
      `${ids[0]},1,Again.,,`,
      `${ids[1]},1,"Never closed,,`,
      `${ids[1]},7,No such version.,,`,
      `${ids[2]},1,,approved,`,
      `${ids[3]},1,Of another picture.,,${'0'.repeat(64)}`,
      'no,row,,,',
    ];
    const report = await importFile(caller, collectionId, lines.join('\n'));
    expect(report).toMatchObject({ rows: 8, changed: 1, unchanged: 0, conflictCount: 0 });
    expect(report.bad.map(({ row, fault }) => [row, fault])).toEqual([
      [2, 'unknown'],
      [4, 'repeated'],
      [5, 'quotes'],
      [6, 'version'],
      [7, 'empty'],
      [8, 'picture'],
      [9, 'id'],
    ]);
  });

  it('reads 100,000 rows with broken quotes, and lists the first thousand faults', async () => {
    const { caller, ids, collectionId } = await setUp({});
    const lines = Array.from({ length: 100_000 }, (_, i) =>
      i % 3 === 0 ? `${i + 10_000},1,"broken "" ${i}` : `${i + 10_000},1,"fine ${i}"`,
    );
    const file = ['id,version,alt', ...lines, `${ids[0]},1,The last.`].join('\n');
    const report = await importFile(caller, collectionId, file);
    expect(report).toMatchObject({ rows: 100_001, changed: 1, badCount: 100_000 });
    expect(report.bad).toHaveLength(1000);
    expect(report.bad.slice(0, 2)).toEqual([
      { row: 2, fault: 'quotes' },
      { row: 3, fault: 'unknown' },
    ]);
  });

  it('refuses files, names and collections that cannot be', async () => {
    const { caller, collectionId } = await setUp({});
    expect(await codeOf(importFile(caller, collectionId, 'a,b'))).toBe('IMPORT_INVALID');
    expect(await codeOf(importFile(caller, collectionId, 'id,version,alt', ' '))).toBe(
      'OPTION_INVALID',
    );
    expect(await codeOf(importFile(caller, crypto.randomUUID(), 'id,version,alt'))).toBe(
      'RECORD_NOT_FOUND',
    );
    expect(await codeOf(caller.exports.import(form({ collectionId, reviewer: 'Ann' })))).toBe(
      'REQUEST_INVALID',
    );
  });
});

describe('patch', () => {
  it('fills in what was reviewed, and answers with the file, a diff and a report', async () => {
    const { caller, ids, collectionId } = await setUp({ name: 'a.jpg' }, { name: 'b.jpg' });
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
    const { caller, collectionId } = await setUp({});
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
    const { caller, ids, collectionId } = await setUp(
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
