import { expect } from 'playwright/test';
import { createPhoto } from './photo';
import { test } from './test';

test('the page captions a photo that is chosen', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto('/', { waitUntil: 'networkidle' });
  await expect(page.getByRole('heading', { level: 1, name: 'Negar' })).toBeVisible();

  const buffer = await createPhoto();
  await page
    .getByLabel('Choose a photo')
    .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });

  // The words of the random model are numbered.
  await expect(page.getByRole('region').getByText(/w\d+/)).toBeVisible();
  await expect(page.getByRole('img')).toHaveAttribute('alt', /w\d+/);
  // Not one script or style was blocked by the content security policy.
  expect(errors).toEqual([]);
});

test('the page captions a photo that is dropped', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  const base64 = (await createPhoto()).toString('base64');
  const dataTransfer = await page.evaluateHandle((text) => {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const transfer = new DataTransfer();
    transfer.items.add(new File([bytes], 'photo.jpg', { type: 'image/jpeg' }));
    return transfer;
  }, base64);
  await page.getByRole('region').dispatchEvent('drop', { dataTransfer });
  await expect(page.getByRole('region').getByText(/w\d+/)).toBeVisible();
});

test('the page says what is wrong with a file', async ({ page }) => {
  await page.goto('/', { waitUntil: 'networkidle' });
  const buffer = Buffer.from('This is no photo.');
  await page
    .getByLabel('Choose a photo')
    .setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
  await expect(page.getByRole('alert').filter({ hasText: 'Allowed: JPEG' })).toBeVisible();
});
