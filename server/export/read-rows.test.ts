import { describe, expect, it } from 'vitest';
import { readRows } from './read-rows';

const read = (file: string | Uint8Array) =>
  [...readRows(typeof file === 'string' ? Buffer.from(file) : file)].map((row) =>
    'fault' in row ? [row.row, row.fault] : row,
  );

describe('readRows', () => {
  it('reads CSV whose columns were moved, renamed in case, or left out', () => {
    expect(read(' Alt ;x;VERSION;id\nA dog.;1;2;3\n')).toEqual([
      { row: 2, id: 3, version: 2, alt: 'A dog.' },
    ]);
  });

  it('takes escaped formulae back, and cleans texts as everywhere', () => {
    const rows = read(
      `id,version,alt,state\n1,1,'=1+1,Approved\n2,1,"'tis\n a dog",\n3,1,-5 degrees, draft\n`,
    );
    expect(rows).toEqual([
      { row: 2, id: 1, version: 1, alt: '=1+1', state: 'approved' },
      { row: 3, id: 2, version: 1, alt: "'tis a dog" },
      { row: 4, id: 3, version: 1, alt: '-5 degrees', state: 'draft' },
    ]);
  });

  it.each([
    ['x,1,a,draft', 'id'],
    ['0,1,a,draft', 'id'],
    ['1.5,1,a,draft', 'id'],
    ['99999999999,1,a,draft', 'id'],
    ['1,,a,draft', 'version'],
    [`1,1,${'a'.repeat(2001)},draft`, 'alt'],
    ['1,1,a,done', 'state'],
    ['1,1,a,draft,extra', 'cells'],
    ['1,1,"a"b,draft', 'quotes'],
  ])('reports the row %j and reads on', (row, fault) => {
    expect(read(`id,version,alt,state\n${row}\n2,1,b,draft\n`)).toEqual([
      [2, fault],
      { row: 3, id: 2, version: 1, alt: 'b', state: 'draft' },
    ]);
  });

  it('reports rows that a program saved in an old encoding', () => {
    const file = Buffer.from('id,version,alt\n1,1,caf\xe9\n2,1,tea\n', 'latin1');
    expect(read(file)).toEqual([[2, 'encoding'], { row: 3, id: 2, version: 1, alt: 'tea' }]);
  });

  it('reads what Excel calls Unicode text', () => {
    const file = Buffer.from('\ufeffid\tversion\talt\r\n1\t1\tسگ\r\n', 'utf16le');
    expect(read(file)).toEqual([{ row: 2, id: 1, version: 1, alt: 'سگ' }]);
    expect(read(file.swap16())).toEqual([{ row: 2, id: 1, version: 1, alt: 'سگ' }]);
  });

  it('reads JSON, a list or an object with a list', () => {
    const items = [
      { id: 1, version: 2, alt: "'=1", state: 'edited', more: {} },
      7,
      { id: 2 },
      null,
    ];
    const expected = [
      { row: 1, id: 1, version: 2, alt: "'=1", state: 'edited' },
      [2, 'form'],
      [3, 'version'],
      [4, 'form'],
    ];
    expect(read(JSON.stringify(items))).toEqual(expected);
    expect(read(`\ufeff ${JSON.stringify({ items })}`)).toEqual(expected);
  });

  it.each([
    ['', 'empty'],
    ['name,alt\na,b', '"id", "version"'],
    ['{"a":', 'no JSON'],
    ['{"a":1}', 'no list'],
  ])('refuses the file %j as a whole', (file, reason) => {
    expect(() => read(file)).toThrow(
      expect.objectContaining({ code: 'IMPORT_INVALID', message: expect.stringContaining(reason) }),
    );
  });
});
