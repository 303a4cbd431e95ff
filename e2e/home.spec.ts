import { expect, test } from 'playwright/test';

test('the page names the project, without a console error', async ({ page }) => {
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));

  await page.goto('/', { waitUntil: 'networkidle' });

  await expect(page.getByRole('heading', { level: 1, name: 'Negar' })).toBeVisible();
  expect(errors).toEqual([]);
});
