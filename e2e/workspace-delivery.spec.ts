import { AxeBuilder } from '@axe-core/playwright';
import Papa from 'papaparse';
import { type Download, expect, type Page, test as base } from 'playwright/test';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { LAPTOP, PHONE } from './page';
import { seedWorkspace } from './seed';
import { startServer } from './start-server';

interface Delivery {
  readonly url: string;
  readonly collectionId: string;
  /** The file of the first picture. */
  readonly picture: Buffer;
}

const NAMES = ['dog.jpg', '=cat.jpg', '<b>boat</b>.jpg'];

/** Tests with a server of their own, whose workspace has one collection. */
const test = base.extend<{ delivery: Delivery }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from it.
  delivery: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'negar-delivery-'));
    const [width, height] = [64, 48];
    const create = { width, height, channels: 3, background: '#c89664' } as const;
    const bytes = await sharp({ create }).webp().toBuffer();
    const { Website: collectionId } = await seedWorkspace(
      folder,
      {
        Website: NAMES.map((name, i) => ({
          name,
          captions: ['=a dog', '-a cat', 'a boat'].slice(i, i + 1),
          confidence: 0.5,
          ...(i === 0 && { picture: { bytes, width, height } }),
        })),
      },
      0,
    );
    const server = await startServer({ env: { NEGAR_WORKSPACE: folder, NEGAR_WORKERS: '1' } });
    await use({ url: server.url, collectionId, picture: bytes });
    await server.stop();
    await rm(folder, { recursive: true });
  },
  baseURL: ({ delivery }, use) => use(delivery.url),
});

async function open(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' });
  await expect(page.locator('main h2').first()).toBeVisible();
}

async function contentOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

async function saved(page: Page, name: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name, exact: true }).press('Enter');
  return contentOf(await download);
}

function file(name: string, content: string | Buffer) {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
}

test('a table leaves, is edited and comes back', async ({ page, delivery }) => {
  await open(page, '/workspace/export');
  const csv = await saved(page, 'CSV');
  const { data, meta } = Papa.parse<Record<string, string>>(csv.slice(1).trimEnd(), {
    header: true,
  });
  expect(data.map((row) => row.file)).toEqual(['dog.jpg', "'=cat.jpg", '<b>boat</b>.jpg']);
  await page.getByLabel('Your name').fill('Ann');
  const input = page.locator('input[type=file][accept*=".csv"]');
  await input.setInputFiles(file('unchanged.csv', csv));
  await expect(page.getByText('Nothing changed, 3 as before.').first()).toBeVisible();

  data[0].alt = 'A brown dog.';
  data[1].state = 'approved';
  const edited = Papa.unparse([...data, { ...data[2], id: 'x' }], { columns: meta.fields });
  await input.setInputFiles(file('edited.csv', edited));
  await expect(page.getByText('2 texts changed, 1 as before.').first()).toBeVisible();
  await expect(page.getByText('Row 5: The id is not the one')).toBeVisible();
  data[0].alt = 'Another dog.';
  await input.setInputFiles(file('late.csv', Papa.unparse(data, { columns: meta.fields })));
  await expect(page.getByText('1 text was changed by somebody meanwhile')).toBeVisible();
  await expect(page.getByText('Another dog.')).toBeVisible();

  const json = JSON.parse(await saved(page, 'JSON')) as Record<string, unknown>[];
  expect(json.map(({ alt, state, reviewer }) => [alt, state, reviewer])).toEqual([
    ['A brown dog.', 'edited', 'Ann'],
    [expect.any(String), 'approved', 'Ann'],
    [expect.any(String), 'draft', null],
  ]);
  const address = `/api/exports/${delivery.collectionId}/alt-texts.csv`;
  const headers = (await page.request.get(address)).headers();
  expect(headers['content-disposition']).toBe('attachment; filename="Website alt-texts.csv"');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect((await page.request.get(`${address}x`)).status()).toBe(404);
  expect((await page.request.get(`${address}?states=no`)).status()).toBe(400);
});

test('a page is filled in, and a picture gets its text', async ({ page, delivery }) => {
  await open(page, '/workspace/export');
  await page.getByLabel('Also texts that nobody has reviewed').check();
  const html = '<p>\r\n<img src=dog.jpg>\r\n<img src="other.jpg">';
  await page.locator('input[accept*=".html"]').setInputFiles(file('page.html', html));
  await expect(page.getByText('1 image filled in, 1 left as it was')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'The patched file' }).press('Enter');
  expect(await contentOf(await download)).toMatch(
    /^<p>\r\n<img src=dog\.jpg alt="[^"]+">\r\n<img src="other\.jpg">$/,
  );
  const { collectionId, picture } = delivery;
  const rows = await page.request.get(
    `/api/trpc/exports.rows?input=${encodeURIComponent(JSON.stringify({ collectionId }))}`,
  );
  const { result } = (await rows.json()) as { result: { data: { rows: { id: number }[] } } };
  const [{ id }] = result.data.rows;
  const accepted = await page.request.post('/api/trpc/review.accept', {
    data: { id, version: 1, reviewer: 'Ann' },
  });
  expect(accepted.ok()).toBe(true);
  await page.locator('input[accept^="image"]').setInputFiles(file('dog.webp', picture));
  await expect(page.getByText('The alt text is inside.')).toBeVisible({ timeout: 110_000 });
  await page.locator('input[accept^="image"]').setInputFiles(file('x.webp', 'no picture'));
  await expect(page.getByText('This very file is not in the collection.')).toBeVisible();
});

test('everything is deleted with the keyboard, after a word', async ({ page, delivery }) => {
  await open(page, '/workspace/storage');
  await expect(page.getByText('Website')).toBeVisible();
  const button = page.getByRole('button', { name: 'Delete everything…' });
  await button.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Delete everything?' });
  await dialog.getByRole('textbox').fill('delet');
  await expect(dialog.getByRole('button', { name: 'Delete for good' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await button.press('Enter');
  await dialog.getByRole('textbox').fill('delete');
  await page.keyboard.press('Enter');
  await expect(page.getByText('There is no collection.')).toBeVisible();
  const answer = await page.request.get(`/api/exports/${delivery.collectionId}/alt-texts.json`);
  expect(answer.status()).toBe(404);
});

test('axe finds nothing on any view, and nothing scrolls sideways', async ({
  browser,
  delivery,
}) => {
  const variants = [
    { prefix: '', colorScheme: 'light', ...LAPTOP },
    { prefix: '/fa', colorScheme: 'dark', ...PHONE },
  ] as const;
  for (const { prefix, ...use } of variants) {
    const context = await browser.newContext({
      baseURL: delivery.url,
      reducedMotion: 'reduce',
      ...use,
    });
    const page = await context.newPage();
    for (const view of ['export', 'storage', 'add']) {
      await open(page, `${prefix}/workspace/${view}`);
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      const problems = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
      expect(problems, `${prefix} ${view}`).toEqual([]);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, `${prefix} ${view}`).toBe(0);
    }
    await context.close();
  }
});
