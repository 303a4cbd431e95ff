import { expect } from 'playwright/test';
import { createPhoto } from './photo';
import { choosePhoto, jpeg, startPrivateMode, waitForAlt, waitUntilOffline } from './private';
import { startServer } from './start-server';
import { test } from './test';

for (const [path, language] of [
  ['/', 'en'],
  ['/fa', 'fa'],
]) {
  test(`${path} opens and captions without a network`, async ({ page, context }) => {
    const refused: string[] = [];
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) refused.push(message.text());
    });
    const server = await startServer();
    try {
      await page.goto(server.url);
      await startPrivateMode(page);
      await waitUntilOffline(page);
    } finally {
      await server.stop();
    }
    await context.setOffline(true);
    await page.goto(server.url + path);
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await choosePhoto(page, jpeg(await createPhoto()));
    await waitForAlt(page, 'browser');
    expect(refused).toEqual([]);
  });
}

test('the service worker keeps what the server has, and nothing of the API', async ({ server }) => {
  const response = await fetch(`${server.url}/sw.js`);
  expect(response.headers.get('cache-control')).toMatch(/max-age=0/);
  const script = await response.text();
  const kept = [...script.matchAll(/\{url:"([^"]+)"/g)].map(([, url]) => url);
  expect(kept).toEqual(expect.arrayContaining(['/', '/fa']));
  expect(kept.filter((url) => url.startsWith('/api'))).toEqual([]);
  expect(kept.filter((url) => /tfjs-backend-wasm.*\.wasm$/.test(url))).toHaveLength(3);
  for (const url of kept) expect.soft((await fetch(server.url + url)).status, url).toBe(200);
});
