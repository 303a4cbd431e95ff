import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import type { ExportRow } from './row';
import { imgSnippet, writeSnippets } from './snippet';

const ROW = { address: 'a.jpg', alt: 'A dog.', state: 'approved' } as ExportRow;

it.each([
  [ROW, '<img src="a.jpg" alt="A dog.">'],
  [{ ...ROW, state: 'decorative', alt: '' }, '<img src="a.jpg" alt="">'],
  [
    { ...ROW, address: 'my photos/a "b" #1?&.jpg', alt: 'Salt & "pepper" <3' },
    '<img src="my%20photos/a%20%22b%22%20%231%3F%26.jpg" alt="Salt &amp; &quot;pepper&quot; &lt;3">',
  ],
  [
    { ...ROW, address: 'https://a.example/b.jpg?c=1&d="2"', alt: 'سگ' },
    '<img src="https://a.example/b.jpg?c=1&amp;d=&quot;2&quot;" alt="سگ">',
  ],
  [
    { ...ROW, address: 'javascript:alert(1)', alt: '"><script>' },
    '<img src="javascript%3Aalert(1)" alt="&quot;&gt;&lt;script&gt;">',
  ],
] as const)('writes %j', (row, html) => {
  expect(imgSnippet(row)).toBe(html);
});

it('writes each language as it is set', async () => {
  let file = '';
  const rows = Readable.from([{ ...ROW, alt_de: 'Ein "Hund".', alt_fa: 'یک سگ.' }]);
  for await (const piece of writeSnippets(rows, ['de', 'fa'])) file += piece;
  expect(file).toMatch(/^<!-- .*machine.* -->\n/);
  expect(file.split('\n').slice(1)).toEqual([
    '<img src="a.jpg" alt="A dog." lang="en" dir="ltr">',
    '<img src="a.jpg" alt="Ein &quot;Hund&quot;." lang="de" dir="ltr">',
    '<img src="a.jpg" alt="یک سگ." lang="fa" dir="rtl">',
    '',
  ]);
});
