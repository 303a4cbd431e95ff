import { expect } from 'playwright/test';
import { LAPTOP, PHONE } from './page';
import { field, openName, openPageAs, openReview, said, stored, test } from './workspace';

const DEVICES = { phone: PHONE, laptop: LAPTOP };

for (const [device, use] of Object.entries(DEVICES)) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`a sample is reviewed by keyboard alone: ${device}, ${colorScheme}`, async ({
      browser,
      workspace,
    }) => {
      const { [`${device}-${colorScheme}`]: id } = workspace.collections;
      const page = await openPageAs(browser, workspace, '', { ...use, colorScheme });
      const { keyboard } = page;
      const name = openName(page);
      await openReview(page, id);
      await expect(name).toHaveText('dog.jpg');

      await keyboard.press('?');
      const help = page.getByRole('dialog', { name: 'Keyboard' });
      await expect(help.getByText('Approve, and on to the next')).toBeVisible();
      await keyboard.press('Escape');
      await expect(help).toBeHidden();

      await keyboard.press('a');
      await expect(page.getByRole('dialog', { name: 'Who reviews?' })).toBeVisible();
      await page.getByLabel('Your name').focus();
      await keyboard.type('Ann');
      await keyboard.press('Enter');
      await expect(name).toHaveText('beach.jpg');
      await expect(said(page)).toHaveText(/^Approved\. 2 of 5: beach\.jpg/);

      await keyboard.press('2');
      await expect(field(page)).toHaveValue('The beach is outside.');
      await expect(said(page)).toHaveText('Suggestion 2: The beach is outside.');
      await keyboard.press('a');
      await expect(name).toHaveText('cyclist.jpg');

      await keyboard.press('e');
      await expect(field(page)).toBeFocused();
      await keyboard.press('ControlOrMeta+a');
      await keyboard.type('Someone rides a bike.');
      await keyboard.press('Enter');
      await expect(name).toHaveText('boat.jpg');

      await keyboard.press('d');
      await expect(name).toHaveText('ball.jpg');
      await keyboard.press('k');
      await expect(page.locator('#stage').getByText('Decorative by Ann')).toBeVisible();
      await keyboard.press('u');
      await expect(said(page)).toHaveText('Undone: boat.jpg');
      await expect(field(page)).toHaveValue('A boat in the sun.');
      await keyboard.press('j');
      await keyboard.press('a');
      await expect(page.getByRole('heading', { name: 'That was the last one' })).toBeVisible();
      await expect(page.getByText('1 image of this collection is still to review.')).toBeVisible();

      await expect
        .poll(async () => (await stored(page, id)).get('ball.jpg')?.state)
        .toBe('approved');
      const items = await stored(page, id);
      const outcome = (key: string) => {
        const { alt, state, reviewer } = items.get(key)!;
        return [alt, state, reviewer];
      };
      expect(outcome('dog.jpg')).toEqual(['A dog in the sun.', 'approved', 'Ann']);
      expect(outcome('beach.jpg')).toEqual(['The beach is outside.', 'approved', 'Ann']);
      expect(outcome('cyclist.jpg')).toEqual(['Someone rides a bike.', 'approved', 'Ann']);
      expect(outcome('boat.jpg')).toEqual(['A boat in the sun.', 'draft', 'Ann']);
      await page.context().close();
    });
  }
}
