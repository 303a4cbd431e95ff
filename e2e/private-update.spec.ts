import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'playwright/test';
import { createPhoto } from './photo';
import {
  choosePhoto,
  jpeg,
  startPrivateMode,
  waitForAlt,
  waitUntilOffline,
  waitUntilReady,
} from './private';
import { test } from './test';

/** Stands before the server, and can pretend that a new build was started. */
class Builds {
  private isNew = false;

  private constructor(
    private readonly behind: string,
    private readonly server: Server,
  ) {}

  static async listen(behind: string): Promise<Builds> {
    const server = createServer();
    const builds = new Builds(behind, server);
    server.on('request', ({ url = '/' }, response) => {
      void builds
        .fetch(url)
        .then(({ status, headers, body }) => response.writeHead(status, headers).end(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return builds;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  update(): void {
    this.isNew = true;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async fetch(path: string) {
    const answer = await fetch(this.behind + path);
    const headers = Object.fromEntries(answer.headers);
    for (const name of ['content-encoding', 'content-length', 'transfer-encoding', 'connection']) {
      delete headers[name];
    }
    const body = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, headers, body: this.isNew ? this.renew(path, body) : body };
  }

  /** Pages tell their build, and the service worker lists pages of another revision. */
  private renew(path: string, body: Buffer): Buffer {
    if (path === '/')
      return Buffer.from(body.toString().replace('<html', '<html data-build="new"'));
    if (path !== '/sw.js') return body;
    return Buffer.from(body.toString().replaceAll(/revision:"[^"]+"/g, 'revision:"new"'));
  }
}

test('a new build shows at once, and replaces what is kept of the old', async ({
  context,
  server,
}) => {
  const builds = await Builds.listen(server.url);
  try {
    const old = await context.newPage();
    await old.goto(builds.url);
    await startPrivateMode(old);
    await waitUntilOffline(old);
    builds.update();
    await old.reload();
    await expect(old.locator('html')).toHaveAttribute('data-build', 'new');
    await waitUntilReady(old);
    await expect
      .poll(() =>
        old.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          return registration?.waiting?.state;
        }),
      )
      .toBe('installed');
    await old.close();

    const page = await context.newPage();
    await page.goto(builds.url);
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          return registration?.waiting === null && registration.active?.state;
        }),
      )
      .toBe('activated');
    const kept = await page.evaluate(async () => {
      const cache = (await caches.keys()).find((name) => name.includes('precache'))!;
      const requests = await (await caches.open(cache)).keys();
      return requests.map(({ url }) => new URL(url)).filter(({ pathname }) => pathname === '/')
        .length;
    });
    expect(kept).toBe(1);
    await context.setOffline(true);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-build', 'new');
    await choosePhoto(page, jpeg(await createPhoto()));
    await waitForAlt(page, 'browser');
  } finally {
    builds.close();
  }
});
