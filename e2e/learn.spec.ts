import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';
import { LAPTOP, openPage, PHONE } from './page';
import { test } from './test';

/** Has the captioner write about the first picture. @returns the part of the page that is stepped. */
async function startSteps(page: Page) {
  await page.locator('#writing').getByRole('button', { name: 'Write a caption' }).click();
  const steps = page.getByRole('group', { name: 'The steps of the sentence' });
  await expect(steps).toBeVisible();
  return steps;
}

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test('a caption is stepped forward and back by keyboard, and another word changes it', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openPage(page, '/learn');
  const steps = await startSteps(page);
  const current = steps.locator('[aria-current=step]');
  const told = steps.getByRole('status');
  const words = await steps.locator('[lang=en] button').allInnerTexts();
  expect(words.length).toBeGreaterThan(4);

  await expect(current).toHaveText(words[0]);
  await current.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(current).toHaveText(words[2]);
  await expect(current).toBeFocused();
  await expect(told).toHaveText(new RegExp(`^Step 3 of ${words.length}: reads ${words[1]}, `));
  await expect(told).toContainText(`writes ${words[2]}`);
  const gate = steps.getByRole('figure').first().locator('path').first();
  const third = await gate.getAttribute('d');
  await page.keyboard.press('ArrowLeft');
  await expect(current).toHaveText(words[1]);
  expect(await gate.getAttribute('d')).not.toBe(third);
  await page.keyboard.press('End');
  await expect(told).toContainText('writes the end');
  await page.keyboard.press('Home');
  await expect(current).toHaveText(words[0]);
  await expectAccessible(page);

  const other = steps.getByRole('listitem').getByRole('button', { disabled: false }).first();
  const chosen = await other.locator('[lang=en]').innerText();
  await other.click();
  await expect(steps.locator('[lang=en] button').first()).toHaveText(chosen);
  await expect(steps.getByRole('button', { name: 'Let it choose again' })).toBeVisible();
});

test('the LSTM remembers what it has to add', async ({ page }) => {
  await openPage(page, '/learn');
  const cells = page.locator('#cells');
  await expect(cells.locator('math')).not.toHaveCount(0);
  await cells.getByRole('button', { name: 'Start the three networks' }).click();
  const answer = (cell: string) =>
    cells.locator('div', { has: page.getByText(`${cell} says`, { exact: true }) }).last();
  await expect(answer('LSTM')).toContainText('right, within 0.1');
  await expect(cells.getByRole('img', { name: 'How far back can it learn?' })).toBeVisible();
  const sum = await cells.locator('dd').first().innerText();
  await cells.getByRole('slider', { name: 'First marked number' }).press('Home');
  await expect(cells.locator('dd').first()).not.toHaveText(sum);
});

test('the classifier and the tagger read what a visitor writes', async ({ page }) => {
  await openPage(page, '/learn');
  const topics = page.getByRole('region', { name: 'Many to one' });
  await topics.getByRole('textbox').fill('The striker scored twice as the club won the cup final');
  await topics.getByRole('button', { name: 'Run it' }).click();
  await expect(topics.getByRole('status').locator('strong')).toHaveText('Sports');
  await expect(topics.getByRole('status').getByRole('listitem')).toHaveCount(11);

  const tags = page.getByRole('region', { name: 'Many to many, in step' });
  await tags.getByRole('textbox').fill('Two dogs ran');
  await tags.getByRole('textbox').press('Enter');
  await expect(tags.getByRole('status').getByRole('listitem')).toHaveText([
    /^Twonumber\d+%$/,
    /^dogsnoun\d+%$/,
    /^ranverb\d+%$/,
  ]);
});

test('the translator shows by keyboard where each word looked, from right to left in Persian', async ({
  page,
}) => {
  await openPage(page, '/learn');
  const shape = page.getByRole('region', { name: 'Many to many, after reading' });
  await shape.getByLabel('Into').selectOption('Persian');
  await shape.getByRole('textbox').fill('Two dogs run on the grass.');
  await shape.getByRole('textbox').press('Enter');
  const written = shape.locator('output p[lang=fa]');
  await expect(written).toHaveText(/^[\u0600-\u06ff\u200c ،]+\.$/);
  await expect(written).toHaveCSS('direction', 'rtl');

  const looks = shape.getByRole('group');
  const words = looks.getByRole('button');
  const chosen = looks.locator('[aria-current=step]');
  await words.first().focus();
  await expect(chosen).toHaveText(await words.first().innerText());
  await page.keyboard.press('ArrowLeft');
  await expect(words.nth(1)).toBeFocused();
  await expect(words.nth(1)).toHaveAttribute('aria-current', 'step');
  await page.keyboard.press('End');
  await expect(words.last()).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Home');
  await expect(words.first()).toBeFocused();
  await expect(looks.getByRole('status')).toContainText(/looked at “\w+” most: \d+%/);
  await expect(shape.getByRole('columnheader')).toHaveText(
    'Persian Two dogs run on the grass'.split(' '),
  );
  await expectAccessible(page);
});

for (const [path, device] of [
  ['/learn', LAPTOP],
  ['/fa/learn', PHONE],
] as const) {
  test.describe(path, () => {
    test.use(device);
    test(`${path} has a title, equations from left to right, and no barrier`, async ({ page }) => {
      await openPage(page, path);
      const isPersian = path === '/fa/learn';
      await expect(page.locator('html')).toHaveAttribute('dir', isPersian ? 'rtl' : 'ltr');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        isPersian ? 'یک شبکه چطور می‌خواند و می‌نویسد' : 'How a network reads and writes',
      );
      const equation = page.locator('#cells p[dir=ltr] math').first();
      await expect(equation).toHaveCSS('direction', 'ltr');
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await expectAccessible(page);
    });
  });
}
