import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'playwright/test';
import { field, openReview, said, test } from './workspace';

test('a draft has its words, which narrow the list, and stands beside its Persian', async ({
  page,
  workspace,
}) => {
  await openReview(page, workspace.collections.filters);
  await page.getByRole('button', { name: /filter/ }).press('Enter');
  const cat = page
    .getByRole('group', { name: 'Things' })
    .getByRole('checkbox', { name: 'cat (3)' });
  await cat.press('Space');
  await expect(said(page)).toHaveText('3 images');
  await expect(page).toHaveURL(/nouns=cat/);
  await expect(cat).toBeChecked();
  await expect(cat).toBeFocused();
  await expect(page.getByRole('checkbox', { name: 'sleeps (3)' })).toBeVisible();
  await cat.press('Space');
  await expect(said(page)).toHaveText('12 images');
  await page.getByRole('button', { name: 'Close the filters' }).press('Enter');

  const texts = page.getByRole('region', { name: 'What it says, and in other languages' });
  await expect(texts.getByRole('button', { name: 'runs' })).toBeVisible();
  await expect(texts).toContainText(/The text around it is about: Sport/);
  await texts.getByRole('button', { name: 'dog' }).click();
  await expect(page.locator('#stage header')).toContainText('1 of 3');

  await texts.getByText('In other languages').click();
  await texts.getByRole('checkbox', { name: 'Persian' }).check();
  const persian = texts.locator('[lang=fa]');
  await expect(persian).toHaveText(/^[\u0600-\u06ff\u200c ،]+\.$/);
  await expect(persian).toHaveAttribute('dir', 'rtl');
  await expect(field(page)).toHaveValue('A dog runs.');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});
