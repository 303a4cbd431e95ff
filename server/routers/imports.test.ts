import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCsv } from '../export/write-rows';
import type { Storage } from '../storage/storage';
import {
  codeOf,
  edited,
  exporting,
  form,
  importFile,
  UNCHANGED,
  written,
} from '../testing/exporting';
import { openMemoryStorage } from '../testing/memory-storage';

let storage: Storage;
beforeAll(async () => void (storage = await openMemoryStorage()));
afterAll(() => storage.close());

describe('import', () => {
  it('stores what was edited outside, under the name of who did it, and can be undone', async () => {
    const { caller, ids, collectionId } = await exporting(storage, {}, {}, {}, {}, {});
    const file = edited(await written(storage, writeCsv, collectionId), (row, i) => {
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
    const { caller, ids, collectionId } = await exporting(storage, {}, {}, {});
    const csv = await written(storage, writeCsv, collectionId);
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
    const { caller, ids, collectionId } = await exporting(storage, {}, {}, {}, {});
    const other = await exporting(storage, {});
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
    const { caller, ids, collectionId } = await exporting(storage, {});
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
    const { caller, collectionId } = await exporting(storage, {});
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
