import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toCsv } from './csv';
import type { Described, Photo } from './photo';

const DONE: Described = {
  step: 'done',
  caption: {
    candidates: [
      { text: 'a dog runs', logProbability: -3, confidence: 0.756 },
      { text: 'a dog', logProbability: -4, confidence: 0.5 },
    ],
    words: [],
    alt: 'A dog runs.',
    hedged: false,
    model: { id: 'captioner', version: '1.0.0' },
    timings: { queue: 0, image: 0, prepare: 0, encode: 0, decode: 0, total: 0 },
  },
  chosen: 0,
  isOwn: false,
  decorative: false,
};

function photo(name: string, progress: Photo['progress']): Photo {
  return { id: name, tab: 'tab', name, added: 0, place: 0, progress };
}

function parse(photos: readonly Photo[]): Record<string, string>[] {
  const csv = toCsv(photos);
  expect(csv.charCodeAt(0)).toBe(0xfeff);
  return Papa.parse<Record<string, string>>(csv.slice(1), { header: true }).data;
}

describe('toCsv', () => {
  it('has a row for each finished photo', () => {
    const rows = parse([
      photo('a.jpg', DONE),
      photo('b.jpg', { step: 'failed', code: 'IMAGE_EMPTY' }),
      photo('c.jpg', { ...DONE, chosen: 1 }),
      photo('d.jpg', { ...DONE, own: 'Mine, "quoted"', isOwn: true }),
      photo('e.jpg', { ...DONE, decorative: true }),
    ]);
    expect(rows.map(({ file, alt }) => [file, alt])).toEqual([
      ['a.jpg', 'A dog runs.'],
      ['c.jpg', 'A dog.'],
      ['d.jpg', 'Mine, "quoted"'],
      ['e.jpg', ''],
    ]);
    expect(rows[0]).toEqual({
      file: 'a.jpg',
      alt: 'A dog runs.',
      decorative: 'false',
      edited: 'false',
      caption: 'a dog runs',
      confidence: '0.76',
      model: 'captioner 1.0.0',
    });
  });

  it('has a column for each language that some alt text was translated to', () => {
    const reading = { caption: 'a dog runs', alt: 'A dog runs.', languages: ['fa' as const] };
    const fa = { lang: 'fa', dir: 'rtl', text: 'سگی می‌دود.' } as const;
    const rows = parse([
      photo('a.jpg', DONE),
      photo('b.jpg', { ...DONE, reading: { ...reading, translations: [fa] } }),
    ]);
    expect(rows.map((row) => row['alt-fa'])).toEqual(['', 'سگی می‌دود.']);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'keeps a spreadsheet from calculating %j',
    (text) => {
      const [row] = parse([photo(text, { ...DONE, own: text, isOwn: true })]);
      expect([row.file, row.alt]).toEqual([`'${text}`, `'${text}`]);
    },
  );
});
