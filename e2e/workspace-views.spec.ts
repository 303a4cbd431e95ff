import { expect, type Page } from 'playwright/test';
import { LAPTOP } from './page';
import { field, openName, openPageAs, openReview, said, stored, test } from './workspace';

test.use(LAPTOP);

/** Writes an alt text and approves it. */
async function write(page: Page, text: string): Promise<void> {
  await page.keyboard.press('e');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** What a conflict shows, and the button that settles it. */
async function settle(page: Page, texts: readonly string[], choice: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Ann was faster' });
  for (const text of texts) await expect(dialog).toContainText(text);
  await dialog.getByRole('button', { name: choice }).click();
  await expect(dialog).toBeHidden();
}

test('of two editors of a text, the second is told, sees both versions and chooses', async ({
  browser,
  workspace,
}) => {
  const { conflict: id } = workspace.collections;
  const ann = await openPageAs(browser, workspace, 'Ann', LAPTOP);
  const ben = await openPageAs(browser, workspace, 'Ben', LAPTOP);
  for (const page of [ann, ben]) await openReview(page, id);
  const text = async (name: string) => (await stored(ann, id)).get(name)?.alt;

  await write(ann, 'A dog by Ann.');
  await expect.poll(() => text('dog.jpg')).toBe('A dog by Ann.');
  await write(ben, 'A dog by Ben.');
  await expect(said(ben)).toHaveText('Ann was faster. Choose which text stays.');
  expect(await text('dog.jpg')).toBe('A dog by Ann.');
  await settle(ben, ['A dog by Ann.', 'A dog by Ben.'], 'Use mine');
  await expect.poll(() => text('dog.jpg')).toBe('A dog by Ben.');

  await expect(openName(ann)).toHaveText('beach.jpg');
  await write(ann, 'A beach by Ann.');
  await expect.poll(() => text('beach.jpg')).toBe('A beach by Ann.');
  await expect(openName(ben)).toHaveText('beach.jpg');
  await ben.keyboard.press('2');
  await settle(ben, ['A beach by Ann.', 'The beach is outside.'], 'Keep theirs');
  expect(await text('beach.jpg')).toBe('A beach by Ann.');
  await ben.reload({ waitUntil: 'networkidle' });
  await expect(openName(ben)).toHaveText('cyclist.jpg');
  for (const page of [ann, ben]) await page.context().close();
});

test('search and filters narrow the list, and say how much is left', async ({
  page,
  workspace,
}) => {
  await openReview(page, workspace.collections.filters);
  const list = page.getByRole('listbox', { name: 'Images to review' });
  const rows = list.getByRole('option');
  await expect(rows).toHaveCount(12);

  await page.keyboard.press('/');
  await page.keyboard.type('Ca');
  await expect(said(page)).toHaveText('3 images');
  await page.keyboard.type(' sleep');
  await expect(page).toHaveURL(/search=Ca\+sleep/);
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('A cat sleeps.');
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(said(page)).toHaveText('12 images');

  await page.getByRole('button', { name: '1 filter' }).click();
  await page.getByLabel('Missing').check();
  await expect(said(page)).toHaveText('6 images');
  await page.getByLabel('From').first().fill('50');
  await expect(said(page)).toHaveText('3 images');
  await page.getByRole('button', { name: 'Close the filters' }).click();
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('<b>6</b>.jpg');

  await page.reload({ waitUntil: 'networkidle' });
  await expect(rows).toHaveCount(3);
  await page.keyboard.press('/');
  await page.keyboard.type('nowhere');
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await expect(said(page)).toHaveText('No images');
});

test('of 10,000 images few are in the page, from the first one to the last', async ({
  page,
  workspace,
}) => {
  await openReview(page, workspace.collections.many);
  const rows = page.locator('#rows [role=option]');
  await expect(rows.first()).toHaveAttribute('aria-setsize', '10000');
  await expect(rows.first()).toContainText('image-0.jpg');
  await page.keyboard.press('j');
  await expect(openName(page)).toHaveText('image-1.jpg');

  const box = page.locator('#rows');
  const last = rows.last();
  await expect(async () => {
    await box.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    expect(await rows.count()).toBeLessThan(100);
    await expect(last).toContainText('image-9999.jpg', { timeout: 100 });
  }).toPass();
  await last.click();
  await expect(openName(page)).toHaveText('image-9999.jpg');
  await page.keyboard.press('k');
  await expect(openName(page)).toHaveText('image-9998.jpg');
  expect(await rows.count()).toBeLessThan(100);
});
