import { applyPatch } from 'diff';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { PatchOptions } from './choose-alt';
import { patchHtml } from './patch-html';
import { type IndexedPicture, PictureIndex } from './picture-index';

const OPTIONS: PatchOptions = { scope: 'missing', states: ['edited', 'approved', 'decorative'] };
const DOG = picture('dog.jpg', 'A "dog" & <cat>');
const LINE = picture('line.png', 'ignored', 'decorative');

function picture(
  path: string,
  alt: string,
  state: IndexedPicture['state'] = 'approved',
): IndexedPicture {
  const hash = createHash('sha256').update(path).digest('hex');
  const source = path.startsWith('http')
    ? ({ kind: 'url', url: path } as const)
    : ({ kind: 'file', path } as const);
  return { hash, source, alt, state };
}

function indexOf(...pictures: readonly IndexedPicture[]) {
  const index = new PictureIndex<IndexedPicture>();
  pictures.forEach((one) => index.add(one));
  return index;
}

function patch(
  html: string | Uint8Array,
  options: Partial<PatchOptions> = {},
  pictures = indexOf(DOG, LINE),
  address?: string,
) {
  const bytes = typeof html === 'string' ? Buffer.from(html) : html;
  const result = patchHtml({ name: 'page.html', bytes, address }, pictures, {
    ...OPTIONS,
    ...options,
  });
  if (!result) throw new Error('It was not read.');
  const [before, after, diff] = [bytes, result.bytes, result.diff ?? new Uint8Array()].map((file) =>
    Buffer.from(file).toString('latin1'),
  );
  expect(applyPatch(before, diff, { autoConvertLineEndings: false })).toBe(after);
  return { ...result, text: Buffer.from(result.bytes).toString() };
}

const ALT = 'alt="A &quot;dog&quot; &amp; &lt;cat&gt;"';

describe('patchHtml', () => {
  it.each([
    ['<img src="dog.jpg">', `<img src="dog.jpg" ${ALT}>`],
    ["<IMG SRC='dog.jpg' />", `<IMG SRC='dog.jpg' ${ALT} />`],
    ['<img src=dog.jpg>', `<img src=dog.jpg ${ALT}>`],
    ['<img src="dog.jpg"/>', `<img src="dog.jpg" ${ALT}/>`],
    ['<img src="dog.jpg"class=a>', `<img src="dog.jpg" ${ALT}class=a>`],
    ['<img/src=dog.jpg>', `<img/src=dog.jpg ${ALT}>`],
    ['<img\r\n\tclass=a\r\n\tsrc=dog.jpg\r\n>', `<img\r\n\tclass=a\r\n\tsrc=dog.jpg ${ALT}\r\n>`],
    ['<img src="line.png">', '<img src="line.png" alt="">'],
    ['<img srcset="x.jpg 1x, a/dog.jpg 2x">', `<img ${ALT} srcset="x.jpg 1x, a/dog.jpg 2x">`],
    ['<image src=dog.jpg>', `<image src=dog.jpg ${ALT}>`],
    ['<image data-src=dog.jpg>', `<image ${ALT} data-src=dog.jpg>`],
    [
      '<picture><source srcset=dog.jpg><img></picture>',
      `<picture><source srcset=dog.jpg><img ${ALT}></picture>`,
    ],
    ['<noscript><img src=dog.jpg></noscript>', `<noscript><img src=dog.jpg ${ALT}></noscript>`],
    ['<template><img src=dog.jpg></template>', `<template><img src=dog.jpg ${ALT}></template>`],
    ['<table><img src=dog.jpg><tr><td>', `<table><img src=dog.jpg ${ALT}><tr><td>`],
    ['\ufeff<p>😀<img src=dog.jpg>', `\ufeff<p>😀<img src=dog.jpg ${ALT}>`],
    ['<img src="d&#111;g.jpg?v=1&amp;w=2#x">', `<img src="d&#111;g.jpg?v=1&amp;w=2#x" ${ALT}>`],
    ['<img src="%64og.jpg">', `<img src="%64og.jpg" ${ALT}>`],
    [
      '<img src="data:image/gif;base64,R0lG" data-src="dog.jpg">',
      `<img src="data:image/gif;base64,R0lG" ${ALT} data-src="dog.jpg">`,
    ],
  ])('fills in %j', (html, expected) => {
    const { text, filled, left } = patch(html);
    expect(text).toBe(expected);
    expect(filled).toHaveLength(1);
    expect(left).toEqual([]);
  });

  it.each([
    ['an unknown picture', '<img src=cat.jpg>', 'unknown'],
    ['no address', '<img>', 'unknown'],
    ['an empty alt text', '<img src=dog.jpg alt="">', 'decorative'],
    ['an alt attribute without a value', '<img src=dog.jpg alt>', 'decorative'],
    ['another alt text', '<img src=dog.jpg alt=cat>', 'present'],
    ['the first of two alt texts', '<img src=dog.jpg alt="" alt=cat>', 'decorative'],
    ['the same alt text', '<img src=dog.jpg alt="A &quot;dog&quot; &amp; <cat>">', 'same'],
    ['the same empty alt text', '<img src=line.png alt="">', 'same'],
  ])('leaves %s', (_, html, reason) => {
    const { text, filled, left } = patch(html);
    expect(text).toBe(html);
    expect(filled).toEqual([]);
    expect(left).toMatchObject([{ reason, line: 1, column: 1 }]);
  });

  it.each([
    '<!-- <img src=dog.jpg> -->',
    '<script>"<img src=dog.jpg>"</script>',
    '<textarea><img src=dog.jpg></textarea>',
    '<svg><image src=dog.jpg></svg>',
  ])('sees no picture in %s', (html) => {
    expect(patch(html)).toMatchObject({ text: html, filled: [], left: [] });
  });

  it('writes over empty and over other alt texts where it may', () => {
    const html = '<img ALT="" src=dog.jpg>\n<img src=dog.jpg alt = cat>';
    expect(patch(html, { scope: 'empty' })).toMatchObject({
      text: `<img AL${ALT.slice(2).replace('t=', 'T=')} src=dog.jpg>\n<img src=dog.jpg alt = cat>`,
      filled: [{ before: '', line: 1 }],
      left: [{ reason: 'present', line: 2 }],
    });
    expect(patch(html, { scope: 'all' })).toMatchObject({
      text: `<img ALT${ALT.slice(3)} src=dog.jpg>\n<img src=dog.jpg ${ALT}>`,
      filled: [{ before: '' }, { before: 'cat' }],
      left: [],
    });
  });

  it('writes only alt texts that were reviewed, unless told otherwise', () => {
    const pictures = indexOf(picture('a.jpg', 'A.', 'draft'), picture('b.jpg', '', 'edited'));
    const html = '<img src=a.jpg><img src=b.jpg>';
    expect(patch(html, {}, pictures).left).toMatchObject([
      { reason: 'state' },
      { reason: 'state' },
    ]);
    expect(patch(html, { states: ['draft', 'edited'] }, pictures)).toMatchObject({
      filled: [{ alt: 'A.' }],
      left: [{ reason: 'state' }],
    });
  });

  it('keeps the bytes of an old encoding, and reads its addresses', () => {
    const page = Buffer.from('<p>caf\xe9\r\n<img src=h\xe9.jpg>\r', 'latin1');
    const { bytes } = patch(page, {}, indexOf(picture('hé.jpg', 'سگ é')));
    expect(Buffer.from(bytes).toString('latin1')).toBe(
      '<p>caf\xe9\r\n<img src=h\xe9.jpg alt="&#1587;&#1711; &#233;">\r',
    );
  });

  it('cannot read UTF-16', () => {
    const bytes = Buffer.from('\ufeff<img src=dog.jpg>', 'utf16le');
    expect(patchHtml({ name: 'a', bytes }, indexOf(DOG), OPTIONS)).toBeUndefined();
  });

  it('names places and what came before', () => {
    expect(patch('<p>\r\n<p> <img src=dog.jpg alt=" ">', { scope: 'empty' }).filled).toEqual([
      { line: 2, column: 5, address: 'dog.jpg', before: ' ', alt: DOG.alt, by: 'name' },
    ]);
  });
});

describe('recognising pictures', () => {
  const A = picture('site/a/1.jpg', 'A.');
  const B = picture('site/b/1.jpg', 'B.');
  const WEB = picture('https://a.example/img/web.jpg?size=1', 'Web.');
  const pictures = indexOf(A, B, WEB);

  function recognise(html: string, address?: string) {
    const { filled, left } = patch(html, {}, pictures, address);
    return [...filled.map(({ alt, by }) => `${alt} ${by}`), ...left.map(({ reason }) => reason)];
  }

  it.each([
    ['<img src="a/1.jpg">', ['A. path']],
    ['<img src="./x/../b/1.jpg">', ['B. path']],
    ['<img src="1.jpg">', ['ambiguous']],
    ['<img src="c/1.jpg">', ['unknown']],
    ['<base href="b/"><img src="1.jpg">', ['B. path']],
    ['<base href="/a/"><base href="/b/"><img src="1.jpg">', ['A. path']],
    ['<img src="https://a.example/img/web.jpg?size=1#top">', ['Web. address']],
    ['<img src="https://a.example/img/web.jpg?size=2">', ['Web. path']],
    ['<img src="https://b.example/img/web.jpg">', ['unknown']],
    ['<img src="//a.example/img/web.jpg">', ['Web. path']],
    ['<img src="/img/web.jpg">', ['Web. path']],
    ['<img src="http://[/web.jpg">', ['unknown']],
    ['<img src="javascript:web.jpg">', ['unknown']],
  ])('recognises %s', (html, expected) => {
    expect(recognise(html)).toEqual(expected);
  });

  it('starts from the address of the page', () => {
    expect(recognise('<img src="web.jpg?size=1">', 'https://a.example/img/x.html')).toEqual([
      'Web. address',
    ]);
    expect(recognise('<img src="web.jpg">', 'https://b.example/img/x.html')).toEqual(['unknown']);
    expect(
      recognise('<base href="/img/"><img src="web.jpg?size=1">', 'https://a.example/x/y.html'),
    ).toEqual(['Web. address']);
  });

  it('takes pictures with one alt text for one', () => {
    const same = indexOf(picture('a/1.jpg', 'One.'), picture('b/1.jpg', 'One.'));
    expect(patch('<img src=1.jpg>', {}, same).filled).toHaveLength(1);
  });

  it('recognises a picture within the page by its content', () => {
    const url = `data:image/png;base64,${Buffer.from('dog.jpg').toString('base64')}`;
    expect(patch(`<img src="${url}">`).filled).toMatchObject([{ by: 'hash' }]);
  });
});

describe('the diff', () => {
  it('holds only the changed lines and three around them', () => {
    const lines = Array.from({ length: 100 }, (_, i) =>
      i === 50 ? '<img src=dog.jpg>' : `<p>${i}`,
    );
    const { diff } = patch(lines.join('\n'));
    expect(Buffer.from(diff ?? []).toString()).toBe(
      [
        '===================================================================',
        '--- a/page.html',
        '+++ b/page.html',
        '@@ -48,7 +48,7 @@',
        ' <p>47',
        ' <p>48',
        ' <p>49',
        '-<img src=dog.jpg>',
        `+<img src=dog.jpg ${ALT}>`,
        ' <p>51',
        ' <p>52',
        ' <p>53',
        '',
      ].join('\n'),
    );
  });

  it('is left out where too much changed for one, and the file is not', () => {
    const bytes = Buffer.from('<img src=dog.jpg>\n'.repeat(2001));
    const result = patchHtml({ name: 'a', bytes }, indexOf(DOG), OPTIONS);
    expect(result?.diff).toBeUndefined();
    expect(result?.filled).toHaveLength(2001);
  });
});
