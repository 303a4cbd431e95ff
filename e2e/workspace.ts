import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Browser,
  type BrowserContextOptions,
  expect,
  type Locator,
  type Page,
  test as base,
} from 'playwright/test';
import sharp from 'sharp';
import { type SeededImage, seedWorkspace } from './seed';
import { startServer, type StartedServer } from './start-server';

/** What a collection of five says, the least confident first. */
const SAMPLE = ['dog', 'beach', 'cyclist', 'boat', 'ball'];
const MANY = 10_000;

interface Workspace {
  readonly server: StartedServer;
  /** Ids by name. */
  readonly collections: Readonly<Record<string, string>>;
}

/** Tests with a server whose workspace is filled. */
export const test = base.extend<object, { workspace: Workspace }>({
  workspace: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from it.
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'negar-workspace-'));
      const collections = await seedWorkspace(folder, await collectionsOf(), MANY);
      const env = { NEGAR_WORKSPACE: folder, NEGAR_WORKERS: '1' };
      const server = await startServer({ env });
      await use({ server, collections });
      await server.stop();
      await rm(folder, { recursive: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ workspace }, use) => use(workspace.server.url),
});

/** Collections that tests change have one test each. */
async function collectionsOf(): Promise<Record<string, SeededImage[]>> {
  const samples = ['phone-light', 'phone-dark', 'laptop-light', 'laptop-dark', 'network'];
  const others = ['undo', 'conflict', 'keys', 'offline', 'unsaved', 'rules', 'axe'];
  const sample = await sampleImages();
  return {
    ...Object.fromEntries([...samples, ...others].map((name) => [name, sample])),
    filters: mixedImages(),
  };
}

async function sampleImages(): Promise<SeededImage[]> {
  const [width, height] = [240, 160];
  return Promise.all(
    SAMPLE.map(async (subject, i) => {
      const create = {
        width,
        height,
        channels: 3,
        background: `hsl(${i * 60}, 50%, 50%)`,
      } as const;
      const bytes = await sharp({ create }).webp().toBuffer();
      return {
        name: `${subject}.jpg`,
        captions: [`a ${subject} in the sun`, `the ${subject} is outside`, `two of a ${subject}`],
        confidence: 0.2 + i / 10,
        presentAlt: [null, '', `Old words for the ${subject}`][i % 3],
        picture: { bytes, width, height },
      };
    }),
  );
}

/** Twelve images: three of each, and <b> in names and present alt texts. */
function mixedImages(): SeededImage[] {
  return Array.from({ length: 12 }, (_, i) => ({
    name: `<b>${i}</b>.jpg`,
    captions: [['a dog runs', 'a cat sleeps', 'snow on a roof', 'a boat'][Math.floor(i / 3)]],
    confidence: i / 12,
    context: 'The team won the final on Sunday.',
    presentAlt: i % 2 === 0 ? null : '<img src=x onerror=alert(1)>',
  }));
}

/** A page of somebody who has given their name; none asks them for it. */
export async function openPageAs(
  browser: Browser,
  workspace: Workspace,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: workspace.server.url,
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  await rememberName(page, name);
  return page;
}

async function rememberName(page: Page, name: string): Promise<void> {
  const kept = JSON.stringify({ state: { name, shortcuts: true }, version: 1 });
  await page.addInitScript((text) => {
    if (!localStorage.getItem('negar-reviewer')) localStorage.setItem('negar-reviewer', text);
  }, kept);
}

/** Opens a collection in the review, and waits until its first image is there. */
export async function openReview(page: Page, id: string, query = '', path = '/workspace') {
  await page.goto(`${path}?collection=${id}${query}`, { waitUntil: 'networkidle' });
  await expect(openName(page)).toBeVisible();
}

/** The name of the image that is open. */
export function openName(page: Page): Locator {
  return page.locator('#stage article h2');
}

export function field(page: Page): Locator {
  return page.locator('#alt-text');
}

/** What was said last. */
export function said(page: Page): Locator {
  return page.locator('output.sr-only');
}

interface Stored {
  readonly id: number;
  readonly name: string;
  readonly alt: string;
  readonly state: string;
  readonly reviewer: string | null;
  readonly version: number;
}

/** What the server has of a collection, by name. */
export async function stored(page: Page, collectionId: string): Promise<Map<string, Stored>> {
  const input = encodeURIComponent(JSON.stringify({ collectionId, limit: 200 }));
  const response = await page.request.get(`/api/trpc/items.list?input=${input}`);
  const { result } = (await response.json()) as { result: { data: { items: Stored[] } } };
  return new Map(result.data.items.map((item) => [item.name, item]));
}
