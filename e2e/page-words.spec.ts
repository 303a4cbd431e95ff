import { expect } from 'playwright/test';
import { readFile } from 'node:fs/promises';
import {
  altText,
  BROKEN,
  card,
  choose,
  createPhotos,
  expectDescribed,
  LAPTOP,
  openPage,
  PHONE,
} from './page';
import { test } from './test';

/** What the page is answered. */
interface Answer {
  readonly result: { readonly data: { readonly words: { attention: number[] }[] } };
}

for (const [device, use] of Object.entries({ PHONE, LAPTOP })) {
  test.describe(device, () => {
    test.use(use);

    test('twelve photos become words, and what is liked is kept', async ({ page, context }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
      await openPage(page);
      await choose(page, [...(await createPhotos(11)), BROKEN]);
      await expectDescribed(page, 11);
      await expect(page.getByText('11 of 12 in words')).toBeVisible();
      await expect(page.getByText('1 failed', { exact: true })).toBeVisible();

      const photo = card(page, 'photo-2.jpg');
      const field = altText(page, 'photo-2.jpg');
      const suggestions = photo.getByRole('radio');
      await expect(suggestions).toHaveCount(3);
      const first = await field.inputValue();
      await suggestions.nth(1).check();
      await expect(field).not.toHaveValue(first);

      await field.fill('A dog on the beach.');
      await expect(photo.getByText('19 of 125')).toBeVisible();
      await photo.getByRole('button', { name: 'Copy text' }).click();
      expect(await clipboard()).toBe('A dog on the beach.');
      await expect(photo.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
      await photo.getByRole('button', { name: 'Copy as <img alt>' }).click();
      expect(await clipboard()).toBe('<img src="photo-2.jpg" alt="A dog on the beach.">');

      // Other suggestions do not lose what was written.
      await suggestions.first().check();
      await expect(field).toHaveValue(first);
      await photo.getByRole('radio', { name: 'A dog on the beach.' }).check();
      await expect(field).toHaveValue('A dog on the beach.');

      await field.fill('x'.repeat(130));
      await expect(photo.getByText('5 characters over the advised 125')).toBeVisible();
      await field.fill('=1+1');

      const other = card(page, 'photo-3.jpg');
      await other.getByRole('checkbox', { name: /Decorative/ }).check();
      await expect(other.getByRole('textbox')).toBeDisabled();
      await other.getByRole('button', { name: 'Copy as <img alt>' }).click();
      expect(await clipboard()).toBe('<img src="photo-3.jpg" alt="">');

      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download all as CSV' }).click();
      const csv = await readFile(await (await download).path(), 'utf8');
      const lines = csv.trimEnd().split('\r\n');
      expect(lines).toHaveLength(12);
      expect(lines[0]).toMatch(/^\ufefffile,alt,decorative,/);
      expect(lines[2]).toMatch(/^photo-2\.jpg,"'=1\+1",false,true,/);
      expect(lines[3]).toMatch(/^photo-3\.jpg,,true,false,/);
    });

    test('each word lights up the part of the photo that it came from', async ({ page }) => {
      // The random model looks everywhere alike, so its second word gets a place: the top right.
      await page.route('**/caption.create*', async (route) => {
        const response = await route.fetch();
        const answer = (await response.json()) as Answer;
        const [, second] = answer.result.data.words;
        second.attention = second.attention.map((_, i) => (i === 6 ? 1 : 0));
        await route.fulfill({ response, json: answer });
      });
      await openPage(page);
      await choose(page, await createPhotos(1));
      await expectDescribed(page, 1);
      const photo = card(page, 'photo-1.jpg');
      const canvas = photo.locator('canvas');
      const words = photo.getByRole('group', { name: 'What Negar saw' }).getByRole('button');
      await expect(canvas).toHaveAttribute('data-lit', 'false');

      await words.first().focus();
      await expect(canvas).toHaveAttribute('data-lit', 'true');
      await expect(photo.getByText(/^“w\d+”: .+, \d+% sure$/).last()).toBeVisible();
      await expect(words.nth(1)).not.toBeFocused();
      await page.keyboard.press('ArrowRight');
      await expect(words.nth(1)).toBeFocused();
      await page.keyboard.press('End');
      await expect(words.last()).toBeFocused();
      // The words are one stop: the next one is behind them.
      await page.keyboard.press('Tab');
      await expect(photo.getByRole('radio').first()).toBeFocused();
      await expect(canvas).toHaveAttribute('data-lit', 'false');

      if (device === 'PHONE') await words.nth(1).tap();
      else await words.nth(1).hover();
      await expect(canvas).toHaveAttribute('data-lit', 'true');
      await expect(photo.getByText(/: top right, \d+% sure$/).last()).toBeVisible();
      const shade = (x: number, y: number) =>
        canvas.evaluate(
          (element: HTMLCanvasElement, [left, top]) => {
            const { data } = element
              .getContext('2d')!
              .getImageData(left * element.width, top * element.height, 1, 1);
            return data[3];
          },
          [x, y] as const,
        );
      await expect.poll(() => shade(0.95, 0.05)).toBeLessThan(10);
      await expect.poll(() => shade(0.1, 0.9)).toBeGreaterThan(150);
      // Between them it fades.
      const between = await shade(0.86, 0.14);
      expect(between).toBeGreaterThan(20);
      expect(between).toBeLessThan(180);
    });
  });
}

test('as many suggestions as are wished for, in neutral words, with a length', async ({ page }) => {
  const sent: unknown[] = [];
  page.on('request', (request) => {
    if (request.url().includes('caption.stream')) sent.push(request.postDataJSON());
  });
  await openPage(page);
  await page.getByRole('button', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('radio', { name: '5' }).check();
  await dialog.getByRole('switch', { name: 'Neutral wording' }).check();
  await dialog.getByRole('slider').fill('60');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Settings' })).toBeFocused();

  await page.reload({ waitUntil: 'networkidle' });
  await choose(page, await createPhotos(1));
  await expectDescribed(page, 1);
  await expect(card(page, 'photo-1.jpg').getByRole('radio')).toHaveCount(5);
  expect(sent).toMatchObject([{ 0: { options: { neutral: true, altLength: 60 } } }]);
});

test('words appear while they are decoded', async ({ page }) => {
  await page.route('**/caption.create*', (route) => new Promise(() => void route));
  await openPage(page);
  await choose(page, await createPhotos(1));
  const photo = card(page, 'photo-1.jpg');
  await expect(photo.getByText('Writing…')).toBeVisible();
  await expect(photo.getByRole('button', { name: /^w\d+/i }).first()).toBeVisible();
  await expect(photo.locator('canvas')).toHaveAttribute('data-lit', 'true');
  await expect(photo.getByRole('textbox')).toHaveCount(0);
});
