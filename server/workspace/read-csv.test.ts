import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readCsv } from './read-csv';

function read(text: string) {
  return [...readCsv(text)].map(({ row, cells, fault }) => [row, fault ?? cells]);
}

describe('readCsv', () => {
  it.each([',', ';', '\t', '|'])('finds out that %j separates the cells', (delimiter) => {
    const rows = [
      ['id', 'alt'],
      ['1', 'a,b;c\td|e'],
    ];
    const text = Papa.unparse(rows, { delimiter });
    expect(read(text)).toEqual([
      [1, rows[0]],
      [2, rows[1]],
    ]);
  });

  it.each(['\n', '\r\n', '\r'])('reads lines that end with %j', (newline) => {
    const text = ['\ufeffid,alt', '1,"a "', '', '2,b', ''].join(newline);
    expect(read(text)).toEqual([
      [1, ['id', 'alt']],
      [2, ['1', 'a ']],
      [4, ['2', 'b']],
    ]);
  });

  it('keeps line breaks and quotes within a cell', () => {
    expect([...readCsv('id,alt\n1,"a\r\n""b""\nc"\n2,d')]).toEqual([
      { row: 1, line: 1, cells: ['id', 'alt'] },
      { row: 2, line: 2, cells: ['1', 'a\n"b"\nc'] },
      { row: 3, line: 5, cells: ['2', 'd'] },
    ]);
  });

  it('reads the last line after a quote that is never closed', () => {
    expect(read('id,alt\n1,"a\n2,b').slice(1)).toEqual([
      [2, 'quotes'],
      [3, ['2', 'b']],
    ]);
  });

  it.each([
    ['never closed', '1,"a', 'quotes'],
    ['closed too early', '1,"a" b', 'quotes'],
    ['around a part of a cell', '1,"a "b" c"', 'quotes'],
    ['missing around a delimiter', '1,a,b', 'cells'],
  ])('reads on after a row with quotes %s', (_, bad, fault) => {
    const text = `id,alt\n0,z\n${bad}\n2,"b"\n3,"c, d"\n4,e\n`;
    expect(read(text)).toEqual([
      [1, ['id', 'alt']],
      [2, ['0', 'z']],
      [3, fault],
      [4, ['2', 'b']],
      [5, ['3', 'c, d']],
      [6, ['4', 'e']],
    ]);
  });

  it('takes apart what a stray quote has joined to too few cells', () => {
    expect(read('id,alt,x\n1,"a\n2,b"\n3,c,z')).toEqual([
      [1, ['id', 'alt', 'x']],
      [2, 'cells'],
      [3, ['2', 'b"']],
      [4, ['3', 'c', 'z']],
    ]);
  });

  it('reads long rows', () => {
    const long = 'a'.repeat(40_000);
    const rows = Array.from({ length: 9 }, (_, index) => [String(index), long]);
    expect(read(Papa.unparse(rows)).map(([, cells]) => cells)).toEqual(rows);
  });

  it('gives up on a row that never ends, not on the rows after it', () => {
    const rows = [...readCsv(`id,alt\n1,"${'a\n'.repeat(70_000)}2,b`)];
    expect(rows[1].fault).toBe('quotes');
    expect(rows.at(-1)).toEqual({ row: 70_002, line: 70_002, cells: ['2', 'b'] });
  });

  it('reads 100,000 rows of which every tenth opens a quote that it does not close', () => {
    const lines = Array.from({ length: 100_000 }, (_, index) =>
      index % 10 === 5 ? `${index},"broken ${index}` : `${index},"alt ""${index}"""`,
    );
    const rows = [...readCsv(['id,alt', ...lines].join('\n'))];
    expect(rows.filter(({ fault }) => fault)).toHaveLength(10_000);
    expect(rows.filter(({ fault }) => !fault)).toHaveLength(90_001);
    expect(rows.at(-1)).toEqual({ row: 100_001, line: 100_001, cells: ['99999', 'alt "99999"'] });
  });
});
