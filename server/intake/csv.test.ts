import { describe, expect, it } from 'vitest';
import { readAddresses } from './csv';
import { isBad } from './found';

const A = 'https://example.com/a.jpg';
const B = 'https://example.com/b.jpg';

/** What a list is read as: bad rows as their number and code. */
function read(text: string) {
  return [...readAddresses('list.csv', text)].map((found) =>
    isBad(found) ? `${found.row} ${found.error.code}` : found,
  );
}

/** The addresses of the good rows, and the bad rows. */
function addresses(text: string) {
  return read(text).map((found) =>
    typeof found === 'string' ? found : found.source.kind === 'url' && found.source.url,
  );
}

describe('reading a CSV of addresses', () => {
  it('takes the columns it knows, in any order and case', () => {
    const text = `Name,ALT,price,url,context\nSunset,"Red, ""very"" red",5,${A},By the sea\n,,,${B},`;
    expect(read(text)).toEqual([
      {
        row: 2,
        name: 'Sunset',
        source: { kind: 'url', url: A },
        presentAlt: 'Red, "very" red',
        context: 'By the sea',
      },
      {
        row: 3,
        name: 'b.jpg',
        source: { kind: 'url', url: B },
        presentAlt: '',
        context: undefined,
      },
    ]);
  });

  it.each([
    ['commas', `url,name\n${A},x\n${B},y`],
    ['semicolons', `url;name\n${A};x\n${B};y`],
    ['tabs', `url\tname\n${A}\tx\n${B}\ty`],
    ['a byte order mark', `\uFEFFurl\n${A}\n${B}`],
    ['a quoted header after a byte order mark', `\uFEFF"url"\n${A}\n${B}`],
    ['line ends of Windows', `url\r\n${A}\r\n${B}\r\n`],
    ['line ends of old Macs', `url\r${A}\r${B}`],
    ['empty lines', `url,name\n\n${A},x\n  \n,\n${B},y\n\n`],
    ['rows that are too short', `name,url,alt\nx,${A}\ny,${B}`],
    ['quotes inside fields', `url,name\n${A},5" disk\n${B},"y"`],
  ])('reads lists with %s', (_, text) => {
    expect(addresses(text)).toEqual([A, B]);
  });

  it('keeps a row together whose quoted field has several lines', () => {
    const text = `url,alt\n${A},"one\ntwo\n\nthree"\n${B},`;
    expect(read(text)).toMatchObject([
      { row: 2, presentAlt: 'one two three' },
      { row: 6, source: { url: B } },
    ]);
  });

  it.each([
    ['a quote that is never closed', `url,name\n${A},"x\n${B},y`, ['2 ROW_INVALID', B]],
    ['a quote in the middle', `url,name\n"${A}"x,y\n${B},y`, ['2 ROW_INVALID', B]],
    ['too many fields', `url\n${A},x\n${B}`, ['2 ROW_INVALID', B]],
    ['no address', `url,name\nnone,x\n${B},y`, ['2 ADDRESS_INVALID', B]],
    ['an address of another kind', `url\nfile:///etc/passwd\n${B}`, ['2 ADDRESS_INVALID', B]],
    ['an endless row', `url,alt\n${A},"${'x'.repeat(70_000)}"\n${B},`, ['2 ROW_INVALID', B]],
  ])('reports %s, and goes on', (_, text, expected) => {
    expect(addresses(text)).toEqual(expected);
  });

  it.each([
    ['is empty', ''],
    ['names no column url', 'address,name\nx,y'],
    ['has no header', `${A}\n${B}`],
  ])('refuses a list that %s', (_, text) => {
    expect(() => read(text)).toThrow(expect.objectContaining({ code: 'ROW_INVALID' }));
  });

  it('reads 100,000 rows, every tenth with a broken quote, and no more', () => {
    const rows = Array.from({ length: 100_001 }, (_, i) =>
      i % 10 === 0 ? `https://example.com/${i},"broken` : `https://example.com/${i},"fine"`,
    );
    const found = addresses(`url,name\n${rows.join('\n')}\n`);
    expect(found.length).toBe(100_001);
    expect(found.at(-1)).toBe('100002 ROW_INVALID');
    const all = Array.from({ length: 100_000 }, (_, i) =>
      i % 10 === 0 ? `${i + 2} ROW_INVALID` : `https://example.com/${i}`,
    );
    expect(found.slice(0, -1)).toEqual(all);
  });

  it('is not slowed down by quotes that never end', () => {
    const rows = Array.from({ length: 100_000 }, () => '"a""');
    expect(addresses(`url\n${rows.join('\n')}`).length).toBe(100_000);
  });
});
