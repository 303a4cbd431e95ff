import { expect, type Route } from 'playwright/test';
import { altText, BROKEN, card, choose, createPhotos, expectDescribed, openPage } from './page';
import { test } from './test';

/** What a server says that cannot answer now. */
function busy(code: string, seconds: number) {
  return (route: Route) =>
    route.fulfill({
      status: 503,
      headers: { 'x-negar-code': code, 'retry-after': String(seconds) },
      json: { error: { message: code, code: -32603, data: { negarCode: code } } },
    });
}

test('a file that is no photo has a code, a reason and a way on', async ({ page }) => {
  await openPage(page);
  await choose(page, [BROKEN, ...(await createPhotos(1))]);
  const broken = card(page, 'broken.jpg');
  await expect(broken.getByText('Allowed: JPEG')).toBeVisible();
  await expect(broken.getByText('IMAGE_TYPE_UNSUPPORTED')).toBeVisible();
  await expect(broken.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await expectDescribed(page, 1);
  await expect(page.getByText('1 of 2 in words')).toBeVisible();
  await broken.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('article')).toHaveCount(1);
});

test('empty and oversized files are not even sent', async ({ page }) => {
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await openPage(page);
  const mimeType = 'image/tiff';
  await choose(page, [
    { name: 'empty.tiff', mimeType, buffer: Buffer.alloc(0) },
    { name: 'large.tiff', mimeType, buffer: Buffer.alloc(21 * 1024 * 1024) },
  ]);
  await expect(card(page, 'empty.tiff').getByText('IMAGE_EMPTY')).toBeVisible();
  await expect(card(page, 'large.tiff').getByText('IMAGE_TOO_LARGE')).toBeVisible();
  expect(sent).toEqual([]);
});

for (const code of ['QUEUE_FULL', 'MODEL_NOT_READY']) {
  test(`${code}: the page says so, waits as long as it is told, and goes on`, async ({ page }) => {
    await page.route('**/api/trpc/**', busy(code, 2), { times: 1 });
    const requested: number[] = [];
    page.on('request', (request) => {
      if (request.url().includes('caption.stream')) requested.push(Date.now());
    });
    await openPage(page);
    await choose(page, await createPhotos(1));
    await expect(page.getByText(/The server is busy. Next try in \d seconds?\./)).toBeVisible();
    await expectDescribed(page, 1);
    expect(requested).toHaveLength(2);
    expect(requested[1] - requested[0]).toBeGreaterThanOrEqual(1900);
  });
}

test('a server that does not answer can be tried again, for all photos at once', async ({
  page,
}) => {
  await page.route('**/api/trpc/**', (route) => route.abort());
  await openPage(page);
  await choose(page, await createPhotos(3));
  await expect(page.getByText('SERVER_UNREACHABLE')).toHaveCount(3);
  await page.unroute('**/api/trpc/**');
  await card(page, 'photo-2.jpg').getByRole('button', { name: 'Try again' }).click();
  await expectDescribed(page, 1);
  await page.getByRole('button', { name: 'Try the failed again' }).click();
  await expectDescribed(page, 3);
});

test('an answer that breaks off can be tried again', async ({ page }) => {
  await page.route(
    '**/caption.stream*',
    (route) => route.fulfill({ status: 200, body: '{"json"' }),
    {
      times: 1,
    },
  );
  await openPage(page);
  await choose(page, await createPhotos(1));
  await expect(page.getByText('SERVER_UNREACHABLE')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectDescribed(page, 1);
});

test('without a network photos wait, and go on by themselves', async ({ page, context }) => {
  await openPage(page);
  await context.setOffline(true);
  await choose(page, await createPhotos(2));
  await expect(page.getByText('You are offline.')).toBeVisible();
  await expect(card(page, 'photo-1.jpg').getByText('Waiting for the network')).toBeVisible();
  await context.setOffline(false);
  await expectDescribed(page, 2);
  await expect(page.getByText('You are offline.')).toHaveCount(0);
});

test('a photo that is removed while it is captioned is no longer worked on', async ({ page }) => {
  await page.route('**/caption.create*', (route) => new Promise(() => void route));
  await openPage(page);
  const asked = page.waitForRequest('**/caption.create*');
  await choose(page, await createPhotos(1));
  const stopped = page.waitForEvent('requestfailed', (request) =>
    request.url().includes('caption.create'),
  );
  await asked;
  await expect(page.getByText('Writing…')).toBeVisible();
  await page.getByRole('button', { name: 'Remove photo-1.jpg' }).click();
  await stopped;
  await page.unroute('**/caption.create*');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(altText(page, 'photo-1.jpg')).toBeVisible();
});
