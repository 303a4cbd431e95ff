import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, type Locator, type Page, test as base } from 'playwright/test';
import yazl from 'yazl';
import { type LocalWeb, startLocalWeb } from '../server/fetch/testing/local-web';
import { createDifferentPhotos } from './photo';
import { startServer, type StartedServer } from './start-server';

const PAGE = `<h1>Boats</h1>
  <img src=/boat.jpg alt="A boat"> <img src=/boat.jpg> <img src=/private/boat.jpg> <img src=/gone.jpg>`;

/** Tests with a server whose workspace is empty, and with a web site that it can fetch from. */
const test = base.extend<object, { server: StartedServer; web: LocalWeb }>({
  web: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from it.
    async ({}, use) => {
      const web = await startSite();
      await use(web);
      await web.close();
    },
    { scope: 'worker' },
  ],
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from it.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'negar-jobs-'));
      const server = await startServer({
        args: ['--import', './e2e/test-names.mjs', 'dist/server.mjs'],
        env: { NEGAR_WORKSPACE: folder, NEGAR_WORKERS: '1', NEGAR_JOBS: '2' },
      });
      await use(server);
      await server.stop();
      await rm(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ server }, use) => use(server.url),
});

/** `/late.jpg` is there from the second time on that it is asked for. */
async function startSite(): Promise<LocalWeb> {
  const [boat, late] = await createDifferentPhotos(2);
  const robots = 'User-agent: *\nDisallow: /private/';
  const site = new Map<string, string | Buffer>([
    ['/robots.txt', robots],
    ['/', PAGE],
    ['/boat.jpg', boat],
  ]);
  return startLocalWeb(({ url = '' }, response) => {
    const content = site.get(url);
    if (url === '/late.jpg') site.set(url, late);
    response.writeHead(content === undefined ? 404 : 200).end(content);
  });
}

function file(name: string, content: string | Buffer) {
  return { name, mimeType: '', buffer: Buffer.from(content) };
}

async function zipOf(content: Readonly<Record<string, Buffer>>): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [name, bytes] of Object.entries(content)) zip.addBuffer(bytes, name);
  zip.end();
  return buffer(zip.outputStream);
}

/** The field of files with a label. */
function files(page: Page, label: string): Locator {
  return page.locator('label', { hasText: label }).locator('input');
}

function job(page: Page, name: string): Locator {
  return page.getByRole('article', { name });
}

/** Goes to where files come in, and on to the jobs once what a test does there is reported. */
async function add(page: Page, act: () => Promise<void>, ...reported: readonly string[]) {
  await page.goto('/workspace/add', { waitUntil: 'networkidle' });
  await act();
  const link = page.getByRole('link', { name: 'Watch the job' });
  await expect(link).toBeVisible();
  for (const text of reported) await expect(page.locator('main')).toContainText(text);
  await link.press('Enter');
  await expect(page.getByRole('heading', { name: 'Jobs' })).toBeVisible();
}

test('files, a ZIP, a list and a page become jobs, and no bad row stops one', async ({
  page,
  web,
}) => {
  const [one, two, three] = await createDifferentPhotos(5).then((all) => all.slice(2));
  const broken = Buffer.from('This is no photo.');
  const chosen = [file('one.jpg', one), file('broken.jpg', broken), file('two.jpg', two)];
  await add(
    page,
    () => files(page, 'Choose files').setInputFiles(chosen),
    '2 images added, 1 could not be taken.',
    '2: broken.jpg',
    'IMAGE_TYPE_UNSUPPORTED',
  );
  await expect(job(page, 'one.jpg')).toContainText('2 of 3 captioned, 1 failed.');
  await expect(job(page, 'one.jpg')).toContainText('Done');

  const zip = file('boats.zip', await zipOf({ 'a/three.jpg': three, 'a/broken.jpg': broken }));
  await add(page, () => files(page, 'Choose a ZIP').setInputFiles(zip), '1 image added, 1 could');
  await expect(job(page, 'boats.zip')).toContainText('1 of 2 captioned, 1 failed.');

  const addresses = [web.url('/boat.jpg'), `http://127.0.0.1:${web.port}/boat.jpg`];
  const rows = ['url,alt', `${addresses[0]},"A boat`, ...addresses, web.url('/late.jpg')];
  const list = file('boats.csv', rows.join('\n'));
  await add(
    page,
    () => files(page, 'Choose a CSV').setInputFiles(list),
    '3 images added, 1 could not be taken.',
    'ROW_INVALID',
  );
  const csv = job(page, 'boats.csv');
  await expect(csv).toContainText('1 of 4 captioned, 3 failed.');
  await csv.locator('summary').press('Enter');
  await expect(csv).toContainText('ADDRESS_FORBIDDEN');
  await expect(csv).toContainText('ADDRESS_UNREACHABLE');
  await csv.getByRole('button', { name: 'Retry what failed' }).press('Enter');
  await expect(csv).toContainText('2 of 4 captioned, 2 failed.');
  await expect(csv).toContainText('Done');

  const address = page.getByLabel('Address of the page');
  await add(
    page,
    async () => {
      await address.fill(web.url('/'));
      await address.press('Enter');
    },
    '2 images added, 1 could not be taken.',
    'ROBOTS_FORBIDDEN',
  );
  await expect(job(page, web.url('/'))).toContainText('1 of 3 captioned, 2 failed.');

  await page.goto('/workspace/add', { waitUntil: 'networkidle' });
  await address.fill(`http://localhost:${web.port}/`);
  await address.press('Enter');
  await expect(page.getByText('ADDRESS_FORBIDDEN')).toBeVisible();
});

test('a job tells its progress, rests, goes on and ends as it is told', async ({ page }) => {
  const photos = (await createDifferentPhotos(205)).slice(5);
  const chosen = photos.map((photo, i) => file(`${i}.jpg`, photo));
  await add(page, () => files(page, 'Choose files').setInputFiles(chosen), '200 images added.');
  const card = job(page, '0.jpg');
  const done = async () => Number(/(\d+) of 200/.exec(await card.innerText())?.[1]);
  await expect.poll(done).toBeGreaterThan(0);
  await expect(card).toContainText(/a second\. About/);

  await card.getByRole('button', { name: 'Pause' }).press('Enter');
  await expect(card).toContainText('Paused');
  // What is begun is finished.
  await expect(async () => {
    const { running } = await progress(page);
    expect(running).toBe(0);
  }).toPass();
  const rested = await progress(page);
  await expect.poll(done).toBe(rested.done);
  await card.getByRole('button', { name: 'Resume' }).press('Enter');
  await expect.poll(done).toBeGreaterThan(rested.done);

  await card.getByRole('button', { name: 'Cancel the job' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Cancel 0.jpg?' });
  await dialog.getByRole('button', { name: 'Cancel the job' }).press('Enter');
  await expect(card).toContainText('Cancelled');
  await expect(card.getByRole('button')).toHaveCount(0);
  const ended = await progress(page);
  expect(ended.done).toBeGreaterThan(rested.done);
  expect(ended.done + ended.cancelled).toBe(200);
});

/** Of the newest job. */
async function progress(page: Page): Promise<Record<string, number>> {
  const input = encodeURIComponent(JSON.stringify({ limit: 1 }));
  const response = await page.request.get(`/api/trpc/jobs.list?input=${input}`);
  const { result } = (await response.json()) as {
    result: { data: { jobs: { progress: Record<string, number> }[] } };
  };
  return result.data.jobs[0].progress;
}
