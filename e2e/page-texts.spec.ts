import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';
import { altText, card, choose, createPhotos, expectDescribed, openPage, PHONE } from './page';
import { test } from './test';

async function translateTo(page: Page, ...languages: string[]): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  for (const name of languages) await page.getByRole('checkbox', { name }).check();
  await page.getByRole('button', { name: 'Close' }).click();
}

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
}

test('an alt text stands beside its translations, each set as it is written', async ({ page }) => {
  await openPage(page);
  await translateTo(page, 'Persian', 'German');
  await choose(page, await createPhotos(1));
  await expectDescribed(page, 1);
  await altText(page, 'photo-1.jpg').fill('A dog runs on the grass.');

  const photo = card(page, 'photo-1.jpg');
  const persian = photo.locator('[lang=fa]');
  await expect(persian).toHaveText(/^[\u0600-\u06ff\u200c ،]+\.$/);
  await expect(persian).toHaveAttribute('dir', 'rtl');
  await expect(persian).toHaveCSS('direction', 'rtl');
  await expect(photo.locator('[lang=de]')).toHaveText(/^\p{Lu}[\p{L} ,-]+\.$/u);
  await expect(photo.locator('[lang=de]')).toHaveAttribute('dir', 'ltr');
  await expect(altText(page, 'photo-1.jpg')).toHaveValue('A dog runs on the grass.');
  await expectNoViolations(page);

  const first = await persian.textContent();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download all as CSV' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await download).createReadStream()) chunks.push(chunk as Buffer);
  const csv = Buffer.concat(chunks).toString();
  expect(csv).toContain('alt-de');
  expect(csv).toContain(first);

  await page.reload();
  await expect(persian).toHaveText(first!);
});

test('a caption names its things, actions and looks', async ({ page }) => {
  await page.route('**/caption.*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll(/\bw\d+\b/g, 'dog') });
  });
  await openPage(page);
  await choose(page, await createPhotos(1));
  await expectDescribed(page, 1);
  const chips = card(page, 'photo-1.jpg').getByRole('definition');
  await expect(chips.filter({ hasText: /^dog$/ })).toHaveCount(1);
  await expect(card(page, 'photo-1.jpg').getByRole('term').first()).toHaveText('Things');
});

test.describe('a pasted text', () => {
  for (const [path, names] of [
    ['/text', { field: 'English text', read: 'Read it', topic: 'Topic', persian: 'Persian' }],
    ['/fa/text', { field: 'متن انگلیسی', read: 'بخوان', topic: 'موضوع', persian: 'فارسی' }],
  ] as const) {
    test(`gets its topic, its words and its translation on ${path}`, async ({ page }) => {
      await page.setViewportSize(PHONE.viewport);
      await openPage(page, path);
      const text = 'The team won the final on Sunday.\nA dog runs in the grass.';
      await page.getByRole('textbox', { name: names.field }).fill(text);
      await page.getByRole('checkbox', { name: names.persian }).check();
      await page.getByRole('button', { name: names.read }).click();
      await expect(page.locator('p[lang=fa][dir=rtl]')).toHaveText(/[\u0600-\u06ff]/);
      await expect(page.getByRole('heading', { name: names.topic })).toBeVisible();
      await expect(page.locator('ol li').filter({ hasText: /Sports|ورزش/ })).toHaveCount(1);
      await expect(page.locator('mark').first()).toBeVisible();
      await expect(page.locator('dd').filter({ hasText: /^grass$/ })).toBeVisible();
      await expectNoViolations(page);
    });
  }

  test('that cannot be read says why', async ({ page }) => {
    await openPage(page, '/text');
    await page.getByRole('button', { name: 'Read it' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'TEXT_EMPTY' })).toBeVisible();
    await page.getByRole('textbox').fill('🐕 犬 dog '.repeat(400));
    await page.getByRole('checkbox', { name: 'German' }).check();
    await page.getByRole('button', { name: 'Read it' }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'TEXT_TOO_LONG' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Topic' })).toBeVisible();
  });
});
