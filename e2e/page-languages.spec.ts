import { expect } from 'playwright/test';
import { altText, choose, createPhotos, expectDescribed, openPage } from './page';
import { test } from './test';

test('the page is there in Persian, from right to left', async ({ page }) => {
  await openPage(page, '/fa');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fa');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('عکس‌هایتان، به زبان واژه‌ها');
  await choose(page, await createPhotos(2));
  await expectDescribed(page, 2);
  await expect(page.getByText('۲ عکس نوشته شد').first()).toBeVisible();
  // The captions stay English.
  await expect(altText(page, 'photo-1.jpg')).toHaveAttribute('lang', 'en');
});

test('the language and the photos stay when another is chosen', async ({ page }) => {
  await openPage(page);
  await choose(page, await createPhotos(1));
  await expectDescribed(page, 1);
  await altText(page, 'photo-1.jpg').fill('Mine.');
  await page.getByRole('link', { name: 'فارسی' }).click();
  await expect(page).toHaveURL(/\/fa$/);
  await expect(altText(page, 'photo-1.jpg')).toHaveValue('Mine.');
  await page.goto('/');
  await expect(page).toHaveURL(/\/fa$/);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your photos, put into words');
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a theme that is chosen is there before anything is drawn', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openPage(page);
  const brightness = () =>
    page.evaluate(() => {
      const context = document.createElement('canvas').getContext('2d')!;
      context.fillStyle = getComputedStyle(document.body).backgroundColor;
      context.fillRect(0, 0, 1, 1);
      return context.getImageData(0, 0, 1, 1).data[1];
    });
  expect(await brightness()).toBeGreaterThan(200);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('radio', { name: 'Dark' }).check();
  await expect.poll(brightness).toBeLessThan(60);
  // What the page's own scripts would set comes too late.
  await page.route('**/*.js', (route) => route.abort());
  await page.reload({ waitUntil: 'domcontentloaded' });
  await expect.poll(brightness).toBeLessThan(60);
});
