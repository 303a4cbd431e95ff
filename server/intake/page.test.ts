import { afterEach, describe, expect, it } from 'vitest';
import { Fetcher } from '../fetch/fetcher';
import { type LocalWeb, startLocalWeb } from '../fetch/testing/local-web';
import { isBad } from './found';
import { readPage } from './page';
import { collect } from './testing/collect';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** What each path answers: a text, or a status. */
type Site = Readonly<Record<string, string | Buffer | number>>;

async function serve(site: Site, type = 'text/html'): Promise<LocalWeb & { fetcher: Fetcher }> {
  const web = await startLocalWeb(({ url = '' }, response) => {
    const content = site[url] ?? 404;
    if (typeof content === 'number') response.writeHead(content).end();
    else response.writeHead(200, { 'content-type': type }).end(content);
  });
  const fetcher = new Fetcher(web.policy);
  closers.push(async () => {
    await fetcher.close();
    await web.close();
  });
  return { ...web, fetcher };
}

/** The pictures of a page, their paths only. */
async function read(body: string | Buffer, others: Site = {}, type?: string) {
  const { url, fetcher } = await serve({ '/shop/page.html': body, ...others }, type);
  const found = await collect(readPage(url('/shop/page.html'), fetcher));
  return found.map((one) => {
    const { url: address } = one.source as { url: string };
    const path = address.replace(/^http:\/\/[^/]+/, '');
    if (isBad(one)) return `${one.row} ${path} ${one.error.code}`;
    const { presentAlt, context } = one;
    return { path, name: one.name, presentAlt, context };
  });
}

function paths(found: Awaited<ReturnType<typeof read>>): string[] {
  return found.map((one) => (typeof one === 'string' ? one : one.path));
}

describe('the pictures of a page', () => {
  it('come with their alt text and what stands around them', async () => {
    const html = `<!doctype html><title>Shop</title><h1>Our   shop</h1>
      <figure><img src="a.jpg" alt="A dog"><figcaption>Rex, <b>our</b> dog</figcaption></figure>
      <h2>Boats</h2><p>We sail. <img src=/b.jpg alt=""> Every day.</p>
      <a href=/c aria-label="Read more"><img src="https://EXAMPLE.test:PORT/c.jpg"></a><p>The lake</p>
      <img src="d.jpg?a=1&amp;b=2" title="Harbour" alt="&lt;script&gt;x&lt;/script&gt;">`;
    expect(await read(html.replace('https://EXAMPLE.test:PORT', ''))).toEqual([
      {
        path: '/shop/a.jpg',
        name: 'a.jpg',
        presentAlt: 'A dog',
        context: 'Rex, our dog · Our shop',
      },
      { path: '/b.jpg', name: 'b.jpg', presentAlt: '', context: 'Boats · We sail. Every day.' },
      {
        path: '/c.jpg',
        name: 'c.jpg',
        presentAlt: undefined,
        context: 'Read more · Boats · The lake',
      },
      {
        path: '/shop/d.jpg?a=1&b=2',
        name: 'd.jpg?a=1&b=2',
        presentAlt: '<script>x</script>',
        context: 'Harbour · Boats · The lake',
      },
    ]);
  });

  it('are found by src, srcset, picture and base', async () => {
    const html = `<base href="/cdn/"><base href="/other/">
      <img src="a.jpg" srcset="big.jpg 2x">
      <img srcset="s.jpg 100w, l.jpg 900w, m.jpg 300w">
      <picture><source srcset="p1.webp 1x, p2.webp 2x"><img alt="x"></picture>
      <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="lazy.jpg">`;
    expect(paths(await read(html))).toEqual([
      '/cdn/a.jpg',
      '/cdn/l.jpg',
      '/cdn/p2.webp',
      '/cdn/lazy.jpg',
    ]);
  });

  it('are left out with a reason when they show nothing, and taken once', async () => {
    const html = `<img src="data:image/png;base64,AAAA${'A'.repeat(1000)}"><img src="p.gif" width=1 height=1>
      <img src="q.gif" style="position:absolute; width: 0px"><img><img src="http://[bad/">
      <img src="javascript:alert(1)"><img src="a.jpg" width=100 height=90><img src="./a.jpg">`;
    const found = await read(html);
    expect(found.slice(0, 6)).toEqual([
      expect.stringMatching(/^1 data:image\/png;base64,A{1,20} IMAGE_SKIPPED$/),
      '2 /shop/p.gif IMAGE_SKIPPED',
      '3 /shop/q.gif IMAGE_SKIPPED',
      '4  IMAGE_SKIPPED',
      '5  IMAGE_SKIPPED',
      '6 javascript:alert(1) IMAGE_SKIPPED',
    ]);
    expect(paths(found.slice(6))).toEqual(['/shop/a.jpg']);
  });

  it('are read in the encoding of the page', async () => {
    const page = (alt: Buffer) =>
      Buffer.concat([
        Buffer.from('<meta charset=windows-1252><img src=a.jpg alt="'),
        alt,
        Buffer.from('">'),
      ]);
    expect(await read(page(Buffer.from([0xe9])))).toMatchObject([{ presentAlt: 'é' }]);
    const utf8 = await read(page(Buffer.from('گل')), {}, 'text/html; charset=UTF-8');
    expect(utf8).toMatchObject([{ presentAlt: 'گل' }]);
    const unknown = await read(page(Buffer.from('گل')), {}, 'text/html; charset=none');
    expect(unknown).toMatchObject([{ presentAlt: 'گل' }]);
  });

  it('of a huge page are found', async () => {
    expect(paths(await read(`${'<p>x</p>'.repeat(100_000)}<img src=a.jpg>`))).toEqual([
      '/shop/a.jpg',
    ]);
  });

  it.each(['<div>', '<b>x<a>y', '<ul><li>'])('are not looked for in endless %s', async (tags) => {
    await expect(read(tags.repeat(100_000))).rejects.toMatchObject({ code: 'PAGE_INVALID' });
  });

  it('must be in a page', async () => {
    const png = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR<img src=a.jpg>', 'latin1');
    await expect(read(png)).rejects.toMatchObject({ code: 'PAGE_INVALID' });
    await expect(read('just text')).rejects.toMatchObject({ code: 'PAGE_INVALID' });
  });
});

describe('robots.txt', () => {
  const html = '<img src="/open/a.jpg"><img src="/closed/b.jpg">';

  it('is heeded for each picture', async () => {
    const robots = 'User-agent: *\nDisallow: /closed/\n\nUser-agent: Other\nDisallow: /';
    expect(paths(await read(html, { '/robots.txt': robots }))).toEqual([
      '/open/a.jpg',
      '2 /closed/b.jpg ROBOTS_FORBIDDEN',
    ]);
  });

  it.each([
    ['forbids the page', 'User-agent: negar\nDisallow: /shop'],
    ['cannot be read', 500],
  ])('that %s ends the import', async (_, robots) => {
    await expect(read(html, { '/robots.txt': robots })).rejects.toMatchObject({
      code: 'ROBOTS_FORBIDDEN',
    });
  });

  it('that is missing allows everything', async () => {
    expect(paths(await read(html))).toEqual(['/open/a.jpg', '/closed/b.jpg']);
  });

  it('of a server that cannot be reached forbids its pictures', async () => {
    const other = '<img src="http://other.test:1/a.jpg"><img src="a.jpg">';
    expect(paths(await read(other))).toEqual([
      expect.stringMatching(/^1 \/a.jpg ROBOTS_FORBIDDEN$/),
      '/shop/a.jpg',
    ]);
  });
});
