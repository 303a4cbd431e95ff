import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isPublicAddress } from './address';
import type { NetworkPolicy } from './dispatcher';
import { Fetcher, type FetchOptions } from './fetcher';
import { type LocalListener, type LocalWeb, startLocalWeb } from './testing/local-web';

const OPTIONS: FetchOptions = { maxBytes: 1024 * 1024, accept: 'image/*' };

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function serve(listener: LocalListener): Promise<LocalWeb> {
  const web = await startLocalWeb(listener);
  closers.push(() => web.close());
  return web;
}

function fetcherWith(policy?: NetworkPolicy, milliseconds?: number): Fetcher {
  const fetcher = new Fetcher(policy, milliseconds);
  closers.push(() => fetcher.close());
  return fetcher;
}

/** Counts what reaches a server of this machine, which nothing may. */
async function forbiddenWeb() {
  const reached = vi.fn<() => void>();
  const web = await serve((_, response) => {
    reached();
    response.end('secret');
  });
  return { web, reached };
}

describe('fetching', () => {
  it('brings the content, its type and its final address', async () => {
    const asked: unknown[] = [];
    const web = await serve(({ url, headers }, response) => {
      asked.push([url, headers['user-agent'], headers.accept, headers.cookie, headers.referer]);
      if (url === '/old') response.writeHead(302, { location: '/new?a=1' }).end();
      else response.writeHead(200, { 'content-type': 'image/png' }).end('bytes');
    });
    const found = await fetcherWith(web.policy).fetch(web.url('/old'), OPTIONS);
    expect(found.url).toBe(web.url('/new?a=1'));
    expect([found.type, Buffer.from(found.bytes).toString()]).toEqual(['image/png', 'bytes']);
    expect(asked).toEqual(
      ['/old', '/new?a=1'].map((path) => [path, 'Negar', 'image/*', undefined, undefined]),
    );
  });

  it('tells the status of an answer that is none', async () => {
    const web = await serve((_, response) => response.writeHead(404).end());
    await expect(fetcherWith(web.policy).fetch(web.url('/'), OPTIONS)).rejects.toMatchObject({
      code: 'ADDRESS_UNREACHABLE',
      message: expect.stringMatching(/404/),
    });
  });

  it('asks a host a few things at a time, and several hosts side by side', async () => {
    const open = new Map<string, number>();
    let [mostOfOne, mostOfAll] = [0, 0];
    const web = await serve(async ({ headers: { host = '' } }, response) => {
      open.set(host, (open.get(host) ?? 0) + 1);
      mostOfOne = Math.max(mostOfOne, ...open.values());
      mostOfAll = Math.max(
        mostOfAll,
        [...open.values()].reduce((a, b) => a + b),
      );
      await wait(100);
      open.set(host, open.get(host)! - 1);
      response.end('x');
    });
    const fetcher = fetcherWith(web.policy);
    const names = Array.from({ length: 30 }, (_, i) => `host${i % 3}.test`);
    await Promise.all(names.map((name) => fetcher.fetch(web.url('/', name), OPTIONS)));
    expect(mostOfOne).toBe(4);
    expect(mostOfAll).toBeGreaterThan(4);
  });
});

describe('limits', () => {
  it.each([
    ['claims too many bytes', { 'content-length': '2000000' }, false],
    ['sends bytes without end', {}, true],
  ])('ends an answer that %s', async (_, headers, endless) => {
    let closed = false;
    const web = await serve((_request, response) => {
      response.on('close', () => (closed = true));
      response.writeHead(200, headers);
      const write = () => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024)));
      };
      if (endless) response.on('drain', write);
      write();
    });
    await expect(fetcherWith(web.policy).fetch(web.url('/'), OPTIONS)).rejects.toMatchObject({
      code: 'ADDRESS_TOO_LARGE',
    });
    await vi.waitFor(() => expect(closed).toBe(true));
  });

  it('counts what a compressed answer unpacks to', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    const web = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    await expect(fetcherWith(web.policy).fetch(web.url('/'), OPTIONS)).rejects.toMatchObject({
      code: 'ADDRESS_TOO_LARGE',
    });
  });

  it.each([
    ['never answers', false],
    ['drips its answer', true],
  ])('gives up on a server that %s', async (_, drips) => {
    const web = await serve(async (_request, response) => {
      if (!drips) return;
      while (!response.destroyed) {
        response.write('.');
        await wait(20);
      }
    });
    await expect(fetcherWith(web.policy, 300).fetch(web.url('/'), OPTIONS)).rejects.toMatchObject({
      code: 'ADDRESS_TOO_SLOW',
    });
  });

  it('follows five redirects and no more, in the time of one answer', async () => {
    const web = await serve(({ url }, response) => {
      const left = Number(url!.slice(1));
      if (left === 0) response.end('here');
      else response.writeHead(307, { location: `/${left - 1}` }).end();
    });
    const fetcher = fetcherWith(web.policy);
    expect((await fetcher.fetch(web.url('/5'), OPTIONS)).url).toBe(web.url('/0'));
    await expect(fetcher.fetch(web.url('/6'), OPTIONS)).rejects.toMatchObject({
      code: 'ADDRESS_REDIRECTS',
    });
  });

  it('stops when the caller cancels', async () => {
    const web = await serve(() => undefined);
    const { policy } = web;
    const signal = AbortSignal.timeout(50);
    await expect(
      fetcherWith(policy).fetch(web.url('/'), { ...OPTIONS, signal }),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});

describe('the guard', () => {
  it.each([
    'http://127.0.0.1:PORT/',
    'http://[::1]:PORT/',
    'http://2130706433:PORT/',
    'http://0177.0.0.1:PORT/',
    'http://0x7f.1:PORT/',
    'http://0x7f000001:PORT/',
    'http://127.1:PORT/',
    'http://127.0.0.1.:PORT/',
    'http://%31%32%37.0.0.1:PORT/',
    'http://１２７.0.0.1:PORT/',
    'http://0:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://[64:ff9b::127.0.0.1]:PORT/',
    'http://localhost:PORT/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://[fd00:ec2::254]/',
  ])('does not connect to %s', async (address) => {
    const { web, reached } = await forbiddenWeb();
    const fetching = fetcherWith().fetch(address.replace('PORT', `${web.port}`), OPTIONS);
    await expect(fetching).rejects.toMatchObject({ code: 'ADDRESS_FORBIDDEN' });
    expect(reached).not.toHaveBeenCalled();
  });

  it.each([
    'ftp://example.com/a.jpg',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'gopher://example.com/',
    'javascript:alert(1)',
    'http://user:word@example.com/',
    'http://',
    '//example.com/a.jpg',
    'a.jpg',
    '',
    `http://example.com/${'a'.repeat(10_000)}`,
  ])('takes no address like %s', async (address) => {
    await expect(fetcherWith().fetch(address, OPTIONS)).rejects.toMatchObject({
      code: 'ADDRESS_INVALID',
    });
  });

  it.each([
    ['private', ['10.0.0.1']],
    ['private besides a public', ['8.8.8.8', '127.0.0.1']],
    ['mapped', ['::ffff:127.0.0.1']],
    ['metadata', ['169.254.169.254']],
  ])('does not connect to a name with a %s address', async (_, addresses) => {
    const { web, reached } = await forbiddenWeb();
    const policy = { resolve: () => Promise.resolve(addresses), allows: isPublicAddress };
    await expect(
      fetcherWith(policy).fetch(web.url('/', 'rebound.test'), OPTIONS),
    ).rejects.toMatchObject({ code: 'ADDRESS_FORBIDDEN' });
    expect(reached).not.toHaveBeenCalled();
  });

  it.each(['http://10.0.0.1/', 'http://0xa9fea9fe/', 'http://[::1]/', 'http://inside.test/'])(
    'does not follow a redirect to %s',
    async (location) => {
      const web = await serve((_, response) => response.writeHead(301, { location }).end());
      const resolve = (name: string) =>
        Promise.resolve([name === 'inside.test' ? '10.0.0.1' : '127.0.0.1']);
      const fetcher = fetcherWith({ ...web.policy, resolve });
      await expect(fetcher.fetch(web.url('/'), OPTIONS)).rejects.toMatchObject({
        code: 'ADDRESS_FORBIDDEN',
      });
    },
  );

  it('does not follow a redirect to another protocol', async () => {
    const web = await serve((_, response) =>
      response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    );
    await expect(fetcherWith(web.policy).fetch(web.url('/'), OPTIONS)).rejects.toMatchObject({
      code: 'ADDRESS_INVALID',
    });
  });

  it('resolves a name once for a connection, and goes where it checked (DNS rebinding)', async () => {
    const web = await serve((_, response) => response.setHeader('connection', 'close').end('ok'));
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const resolve = vi.fn<NetworkPolicy['resolve']>(() => Promise.resolve(answers.shift()!));
    const fetcher = fetcherWith({ ...web.policy, resolve });
    await fetcher.fetch(web.url('/'), OPTIONS);
    expect(resolve).toHaveBeenCalledTimes(1);
    await expect(fetcher.fetch(web.url('/'), OPTIONS)).rejects.toMatchObject({
      code: 'ADDRESS_FORBIDDEN',
    });
    expect(resolve).toHaveBeenCalledTimes(2);
  });

  it('tells that a name is unknown', async () => {
    const unknown = Object.assign(new Error('unknown'), { code: 'ENOTFOUND' });
    const policy = { resolve: () => Promise.reject(unknown), allows: isPublicAddress };
    await expect(fetcherWith(policy).fetch('http://nowhere.test/', OPTIONS)).rejects.toMatchObject({
      code: 'ADDRESS_UNREACHABLE',
      message: expect.stringMatching(/ENOTFOUND/),
    });
  });
});
