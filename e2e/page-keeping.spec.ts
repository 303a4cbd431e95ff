import { expect, type Page } from 'playwright/test';
import sharp from 'sharp';
import { altText, card, choose, createPhotos, expectDescribed, openPage } from './page';
import { test } from './test';

/** Lets no more than so many captions be finished. */
async function stopAfter(page: Page, count: number): Promise<void> {
  let created = 0;
  await page.route('**/caption.create*', (route) =>
    ++created > count ? new Promise(() => undefined) : route.continue(),
  );
}

test('captions and edits are there after a reload, until all are removed', async ({ page }) => {
  await openPage(page);
  await choose(page, await createPhotos(3));
  await expectDescribed(page, 3);
  await altText(page, 'photo-1.jpg').fill('Mine.');
  await card(page, 'photo-2.jpg').getByRole('checkbox').check();
  await card(page, 'photo-3.jpg')
    .getByRole('button', { name: /^Remove/ })
    .click();
  await page.reload({ waitUntil: 'networkidle' });
  await expectDescribed(page, 2);
  await expect(altText(page, 'photo-1.jpg')).toHaveValue('Mine.');
  await expect(card(page, 'photo-2.jpg').getByRole('checkbox')).toBeChecked();
  await expect(card(page, 'photo-1.jpg').getByRole('img')).toHaveJSProperty('naturalWidth', 640);

  await page.getByRole('button', { name: 'Remove all' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remove all photos?' });
  await dialog.getByRole('button', { name: 'Keep them' }).click();
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.getByRole('button', { name: 'Remove all' }).click();
  await dialog.getByRole('button', { name: 'Remove all' }).click();
  await expect(page.getByRole('article')).toHaveCount(0);
  await page.reload({ waitUntil: 'networkidle' });
  await expect(page.getByRole('button', { name: 'Take all eight' })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(0);
});

test('a removed photo can be brought back, with what was written', async ({ page }) => {
  await openPage(page);
  await choose(page, await createPhotos(1));
  await expectDescribed(page, 1);
  await altText(page, 'photo-1.jpg').fill('Mine.');
  await page.getByRole('button', { name: 'Remove photo-1.jpg' }).click();
  await expect(page.getByRole('button', { name: 'Bring it back' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(altText(page, 'photo-1.jpg')).toHaveValue('Mine.');
  await page.reload({ waitUntil: 'networkidle' });
  await expect(altText(page, 'photo-1.jpg')).toHaveValue('Mine.');
});

test('a reload in the middle loses nothing', async ({ page }) => {
  await stopAfter(page, 2);
  await openPage(page);
  await choose(page, await createPhotos(5));
  await expect(page.getByText('2 of 5 in words')).toBeVisible();
  await altText(page, 'photo-1.jpg').fill('Mine.');
  await page.unroute('**/caption.create*');
  await page.reload({ waitUntil: 'networkidle' });
  await expectDescribed(page, 5);
  await expect(altText(page, 'photo-1.jpg')).toHaveValue('Mine.');
});

test('two tabs keep and show the work of both', async ({ page, context }) => {
  const other = await context.newPage();
  await openPage(page);
  await openPage(other);
  const photos = await createPhotos(6);
  await Promise.all([choose(page, photos.slice(0, 3)), choose(other, photos.slice(3))]);
  await expectDescribed(page, 6);
  await expectDescribed(other, 6);
  await altText(page, 'photo-1.jpg').fill('From one.');
  await altText(other, 'photo-4.jpg').fill('From the other.');
  await expect(altText(other, 'photo-1.jpg')).toHaveValue('From one.');
  await expect(altText(page, 'photo-4.jpg')).toHaveValue('From the other.');
  await page.getByRole('button', { name: 'Remove photo-2.jpg' }).click();
  await expect(other.getByRole('article')).toHaveCount(5);
  await other.reload({ waitUntil: 'networkidle' });
  await expectDescribed(other, 5);
  await expect(altText(other, 'photo-1.jpg')).toHaveValue('From one.');
});

test('what a tab reads does not undo what another has edited meanwhile', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  await other.addInitScript(hearLate);
  await page.route('**/text.tag*', () => new Promise(() => undefined));
  await openPage(page);
  await openPage(other);
  await choose(page, await createPhotos(1));
  await expectDescribed(other, 1);
  await altText(page, 'photo-1.jpg').fill('Mine.');
  await expect(altText(other, 'photo-1.jpg')).toHaveValue('Mine.');
  await page.unroute('**/text.tag*');
  await page.reload();
  await expect(altText(page, 'photo-1.jpg')).toHaveValue('Mine.');
});

test('a tab takes over what a closed tab did not finish', async ({ page, context }) => {
  const closing = await context.newPage();
  await stopAfter(closing, 1);
  await openPage(page);
  await openPage(closing);
  await choose(closing, await createPhotos(3));
  await expect(closing.getByText('1 of 3 in words')).toBeVisible();
  await expectDescribed(page, 1);
  await closing.close();
  await expectDescribed(page, 3);
});

test('fifty photos at once are captioned two at a time', async ({ page }) => {
  await page.addInitScript(countCaptioning);
  await openPage(page);
  await choose(page, await createPhotos(50));
  await expect(page.getByText('50 photos in words')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.dataset.most)).toBe('2');
});

/** Runs in the page: what other tabs tell comes three seconds late. */
function hearLate(): void {
  const listen = BroadcastChannel.prototype.addEventListener;
  BroadcastChannel.prototype.addEventListener = function (type: string, listener: unknown) {
    const hear = listener as (event: Event) => void;
    listen.call(this, type, (event: Event) => void setTimeout(() => hear(event), 3000));
  };
}

/**
 * Runs in the page: notes at the document the most captions that were under way at once, each from
 * its request to its caption. Events of the network come too late to tell.
 */
function countCaptioning(): void {
  let running = 0;
  let most = 0;
  const fetch = window.fetch;
  window.fetch = async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    if (!url.includes('/caption.')) return fetch(input, init);
    document.documentElement.dataset.most = String((most = Math.max(most, ++running)));
    const answer = await fetch(input, init);
    let text = '';
    let isRunning = true;
    const end = () => {
      if (isRunning) running--;
      isRunning = false;
    };
    const watched = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, stream) {
        text += new TextDecoder().decode(chunk);
        if (text.includes('"kind":"caption"')) end();
        stream.enqueue(chunk);
      },
      flush: end,
    });
    return new Response(answer.body?.pipeThrough(watched), answer);
  };
}

test('a photo of fifty megapixels is shrunk before it is sent', async ({ page }) => {
  const create = { width: 8660, height: 5774, channels: 3, background: '#3a6' } as const;
  const buffer = await sharp({ create }).jpeg().toBuffer();
  const sizes: number[] = [];
  page.on('request', (request) => {
    if (request.url().includes('caption.stream')) sizes.push(request.postData()!.length);
  });
  await openPage(page);
  await choose(page, [{ name: 'large.jpg', mimeType: 'image/jpeg', buffer }]);
  await expectDescribed(page, 1);
  await expect(card(page, 'large.jpg').getByText('8,660 × 5,774')).toBeVisible();
  await expect(card(page, 'large.jpg').getByRole('img')).toHaveJSProperty('naturalWidth', 1024);
  expect(sizes[0]).toBeLessThan(buffer.length);
});

test('a photo that this browser cannot show is captioned all the same', async ({ page }) => {
  const buffer = await sharp({
    create: { width: 300, height: 200, channels: 3, background: '#a63' },
  })
    .tiff()
    .toBuffer();
  await openPage(page);
  await choose(page, [{ name: 'scan.tiff', mimeType: 'image/tiff', buffer }]);
  await expectDescribed(page, 1);
  await expect(card(page, 'scan.tiff').getByText('This browser cannot show')).toBeVisible();
});
