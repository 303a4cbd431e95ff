import { readFile, writeFile } from 'node:fs/promises';
import { expect } from 'playwright/test';
import { createPhoto } from './photo';
import {
  captionWorker,
  choosePhoto,
  jpeg,
  longestPageTask,
  recordRequests,
  startPrivateMode,
  waitForAlt,
  waitUntilReady,
} from './private';
import { test } from './test';

/** Longer tasks block the page; the time that other programs take from it does not count. */
const LONGEST_TASK_MS = 100;

const heic = {
  name: 'photo.heic',
  mimeType: 'image/heic',
  buffer: await readFile('server/image/fixtures/quarters.heic'),
};

test('no photo leaves the device', async ({ page, context, server }) => {
  const requests = recordRequests(context);
  const logged = server.log.length;
  await page.goto('/');
  await startPrivateMode(page);
  await choosePhoto(page, jpeg(await createPhoto()));
  await waitForAlt(page, 'browser');

  // Workers are watched, too: they fetched the model.
  expect(requests.map(({ url }) => url)).toContainEqual(expect.stringMatching(/weights\.bin/));
  for (const { url, bytes } of requests) {
    expect.soft(bytes, url).toBe(0);
    if (!url.startsWith('blob:')) expect.soft(url).toMatch(new RegExp(`^${server.url}/.{0,300}$`));
  }
  const methods = server.log.slice(logged).map(({ method }) => method);
  expect(methods).toContain('GET');
  expect(methods).not.toContain('POST');
});

test('a photo that the browser cannot decode goes to the server only when asked', async ({
  page,
  context,
}) => {
  const requests = recordRequests(context);
  await page.goto('/');
  await startPrivateMode(page);
  await choosePhoto(page, heic);
  await expect(page.getByText('IMAGE_NEEDS_SERVER')).toBeVisible();
  expect(requests.filter(({ bytes }) => bytes > 0)).toEqual([]);

  await page.getByRole('button', { name: 'Send it to the server' }).click();
  await waitForAlt(page, 'server');
});

test('a download that fails is tried again', async ({ page }) => {
  await page.route('**/weights.bin*', (route) => route.abort());
  await page.goto('/');
  await page.getByRole('switch', { name: 'Private mode' }).check();
  await expect(page.getByText('MODEL_NOT_READY')).toBeVisible();
  await page.unroute('**/weights.bin*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await waitUntilReady(page);
});

test('a file that arrives damaged is fetched again, and refused if it stays so', async ({
  page,
}) => {
  let fetched = 0;
  await page.route('**/models/encoder/weights.bin*', async (route) => {
    fetched++;
    await route.fulfill({ body: Buffer.alloc(1000) });
  });
  await page.goto('/');
  await page.getByRole('switch', { name: 'Private mode' }).check();
  await expect(page.getByText('ARTEFACT_DAMAGED')).toBeVisible();
  expect(fetched).toBe(2);
  await page.unroute('**/models/encoder/weights.bin*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await waitUntilReady(page);
});

test('a kept file that is damaged is dropped and fetched again', async ({ page, context }) => {
  await page.goto('/');
  await startPrivateMode(page);
  const damaged = await page.evaluate(async () => {
    const cache = await caches.open('negar-models');
    const address = (await cache.keys()).find(({ url }) =>
      url.includes('/models/encoder/weights.bin'),
    )!.url;
    await cache.put(address, new Response(new Uint8Array(1000)));
    return address;
  });
  const requests = recordRequests(context);
  await page.reload();
  await waitUntilReady(page);
  const models = requests.map(({ url }) => url).filter((url) => url.includes('/models/'));
  // The manifests are asked for each time; of the rest only what was damaged.
  expect(models.filter((url) => !url.endsWith('/manifest.json'))).toEqual([damaged]);
  const bytes = await page.evaluate(
    async (url) => (await (await caches.match(url))!.arrayBuffer()).byteLength,
    damaged,
  );
  expect(bytes).toBeGreaterThan(1_000_000);
});

test('two tabs download the model once, and both caption', async ({ context }) => {
  const requests = recordRequests(context);
  const pages = [await context.newPage(), await context.newPage()];
  await Promise.all(pages.map((page) => page.goto('/')));
  // The other tab follows the setting, and starts at the same time.
  await startPrivateMode(pages[0]);
  await waitUntilReady(pages[1]);
  const weights = requests.filter(({ url }) => url.includes('/models/encoder/weights.bin'));
  expect(weights).toHaveLength(1);
  for (const page of pages) {
    await choosePhoto(page, jpeg(await createPhoto()));
    await waitForAlt(page, 'browser');
  }
});

test('a worker that dies is replaced', async ({ page }) => {
  await page.goto('/');
  const worker = await startPrivateMode(page);
  const closed = worker.waitForEvent('close');
  await worker.evaluate(() => setTimeout(() => JSON.parse('killed by a test') as unknown));
  await closed;
  await choosePhoto(page, jpeg(await createPhoto()));
  await waitForAlt(page, 'browser');
  expect(await captionWorker(page)).not.toBe(worker);
});

for (const [start, backend] of [
  ['start', 'the processor, several threads'],
  ['do not start', 'the processor'],
]) {
  test(`where threads ${start}, ${backend} captions`, async ({ page }) => {
    if (start === 'do not start') {
      await page.route('**/*threaded-simd*.wasm', (route) => route.abort());
    }
    await page.goto('/');
    await page.evaluate(() => localStorage.setItem('negar-backend', 'wasm-threads'));
    await startPrivateMode(page);
    await expect(page.getByText(`Runs on ${backend}.`)).toBeVisible();
    await choosePhoto(page, jpeg(await createPhoto()));
    await waitForAlt(page, 'browser');
  });
}

test('captioning does not block the page', async ({ page, browser }, testInfo) => {
  // From a file: what the test sends to the page would block it.
  const file = testInfo.outputPath('photo.jpg');
  await writeFile(file, await createPhoto(4000, 3000));
  await page.goto('/');
  await startPrivateMode(page);
  await browser.startTracing(page, { categories: ['toplevel'] });
  for (let photo = 1; photo <= 3; photo++) {
    await choosePhoto(page, file);
    await expect(page.locator('textarea')).toHaveCount(photo);
  }
  const longest = longestPageTask(await browser.stopTracing());
  console.log(`longest task of the page while captioning: ${longest} ms of computing`);
  expect(longest).toBeGreaterThan(0);
  expect(longest).toBeLessThanOrEqual(LONGEST_TASK_MS);
});

test('a photo of 50 megapixels is captioned', async ({ page }) => {
  await page.goto('/');
  await startPrivateMode(page);
  await choosePhoto(page, jpeg(await createPhoto(8600, 5800)));
  await waitForAlt(page, 'browser');
});
