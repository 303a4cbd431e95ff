import { expect, type Locator, type Page } from 'playwright/test';
import { createPhoto } from './photo';

/** What the page is tried on. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
export const LAPTOP = { viewport: { width: 1440, height: 900 } };

export interface PhotoFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** Files of photos, `photo-1.jpg` and so on. */
export async function createPhotos(count: number): Promise<PhotoFile[]> {
  const buffer = await createPhoto();
  return Array.from({ length: count }, (_, i) => ({
    name: `photo-${i + 1}.jpg`,
    mimeType: 'image/jpeg',
    buffer,
  }));
}

/** A file that no decoder takes. */
export const BROKEN: PhotoFile = {
  name: 'broken.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from('This is no photo.'),
};

export async function openPage(page: Page, path = '/'): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
}

/** Chooses files as a person does with the button. */
export async function choose(page: Page, files: readonly PhotoFile[]): Promise<void> {
  await page.locator('input[type=file][multiple]').setInputFiles([...files]);
}

/** The part of the page about one photo. */
export function card(page: Page, name: string): Locator {
  return page.getByRole('article', { name });
}

/** The field with a photo's alt text, which is there once its caption is. */
export function altText(page: Page, name: string): Locator {
  return card(page, name).getByRole('textbox');
}

/** Waits until so many photos have their words, all of them written out. */
export async function expectDescribed(page: Page, count: number): Promise<void> {
  await expect(page.getByRole('article').getByRole('textbox')).toHaveCount(count);
  await expect(page.locator('article p', { hasText: /Writing|نوشتن/ })).toHaveCount(0);
}
