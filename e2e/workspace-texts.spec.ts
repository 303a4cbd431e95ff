import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'playwright/test';
import { field, openReview, test } from './workspace';

test('a draft has its words, which narrow the list, and stands beside its Persian', async ({
  page,
  workspace,
}) => {
  await openReview(page, workspace.collections.filters);
  const texts = page.getByRole('region', { name: 'What it says, and in other languages' });
  await expect(texts.getByRole('button', { name: 'runs' })).toBeVisible();
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
