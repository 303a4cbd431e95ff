import { expect } from 'playwright/test';
import { altText, choose, createPhotos, openPage } from './page';
import { test } from './test';

/** The words of the random model are numbered. */
const WORDS = /^(May show )?w\d+/i;

test('the page captions a photo that is chosen', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await openPage(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

  await choose(page, await createPhotos(1));
  await expect(altText(page, 'photo-1.jpg')).toHaveValue(WORDS);
  await expect(page.getByRole('article').getByRole('img')).toHaveAttribute('alt', WORDS);
  // Not one script or style was blocked by the content security policy.
  expect(errors).toEqual([]);
});

for (const kind of ['drop', 'paste'] as const) {
  test(`the page captions photos that come by ${kind}`, async ({ page }) => {
    await openPage(page);
    const photos = await createPhotos(2);
    await page.evaluate(
      ({ kind: type, base64, names }) => {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        const transfer = new DataTransfer();
        for (const name of names) {
          transfer.items.add(new File([bytes], name, { type: 'image/jpeg' }));
        }
        const init = { bubbles: true, cancelable: true };
        const event =
          type === 'drop'
            ? new DragEvent(type, { ...init, dataTransfer: transfer })
            : new ClipboardEvent(type, { ...init, clipboardData: transfer });
        document.body.dispatchEvent(event);
      },
      {
        kind,
        base64: photos[0].buffer.toString('base64'),
        names: photos.map(({ name }) => name),
      },
    );
    for (const { name } of photos) await expect(altText(page, name)).toHaveValue(WORDS);
  });
}

test('the samples are one click away, one or all', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Sailing boat on a lake' }).click();
  await expect(altText(page, 'sailboat.jpg')).toHaveValue(WORDS);
  await page.getByText('No photo at hand?').click();
  await page.getByRole('button', { name: 'Take all eight' }).click();
  await expect(page.getByRole('article')).toHaveCount(9);
  await expect(altText(page, 'red-ball.jpg')).toHaveValue(WORDS);
});

test('phones are offered their camera', async ({ browser, server }) => {
  const phone = await browser.newPage({ baseURL: server.url, hasTouch: true, isMobile: true });
  await openPage(phone);
  await expect(phone.getByText('Take a photo')).toBeVisible();
  await expect(phone.locator('input[capture=environment]')).toHaveCount(1);
  await phone.close();
});
