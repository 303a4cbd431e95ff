import { describe, expect, it } from 'vitest';
import { readHtml } from './html-text';

function read(bytes: Uint8Array) {
  const html = readHtml(bytes);
  if (!html) throw new Error('It was not read.');
  return html;
}

describe('readHtml', () => {
  it.each([
    ['UTF-8', Buffer.from('<p>سگ é\r\n\r😀')],
    ['UTF-8 with a mark', Buffer.from('\ufeff<p>é')],
    ['windows-1252', Buffer.from('<p>caf\xe9 \x80 \x81 \x9f', 'latin1')],
    [
      'every byte but NUL and ESC',
      Uint8Array.from({ length: 255 }, (_, i) => (i === 26 ? 1 : i + 1)),
    ],
    ['nothing', new Uint8Array()],
  ])('gives back the bytes of %s', (_, bytes) => {
    const html = read(bytes);
    expect(Buffer.from(html.toBytes(html.text))).toEqual(Buffer.from(bytes));
  });

  it('writes characters as they are only where every reader knows them', () => {
    const value = 'سگ & "é" <\u00a0\n\r';
    const rest = '&nbsp;&#10;&#13;';
    expect(read(Buffer.from('é')).attribute(value)).toBe(`سگ &amp; &quot;é&quot; &lt;${rest}`);
    expect(read(Buffer.from('\xe9', 'latin1')).attribute(value)).toBe(
      '&#1587;&#1711; &amp; &quot;&#233;&quot; &lt;&#160;&#10;&#13;',
    );
  });

  it('reads what a page says in the encoding that it names', () => {
    const page = Buffer.concat([
      Buffer.from('<meta charset="windows-1251">'),
      Buffer.from([0xd1, 0xee]),
    ]);
    expect(read(page).read('\xd1\xee')).toBe('Со');
    expect(read(page).read('\xd1\u0434')).toBe('\xd1\u0434');
  });

  it('takes windows-1252 where a page names no encoding, or none that exists', () => {
    expect(read(Buffer.from([0x80])).read('\x80')).toBe('€');
    const page = Buffer.concat([Buffer.from('<meta charset=klingon>'), Buffer.from([0x80])]);
    expect(read(page).read('\x80')).toBe('€');
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeff<p>a', 'utf16le')],
    ['ISO-2022-JP', Buffer.from('\x1b$B<p')],
  ])('does not read %s', (_, bytes) => {
    expect(readHtml(bytes)).toBeUndefined();
  });
});
