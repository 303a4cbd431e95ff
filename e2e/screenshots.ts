import { mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BrowserContextOptions, chromium, type Page } from 'playwright';
import sharp from 'sharp';
import { build } from '../tools/build.mjs';
import { findChromium } from '../tools/chromium.mjs';
import { startServer } from './start-server';

/** `npm run screenshots`: the pictures of the README, from the real page with the real model. */

const FOLDER = fileURLToPath(new URL('../docs/screenshots/', import.meta.url));

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const LAPTOP = { viewport: { width: 1440, height: 900 } };

interface Shot extends BrowserContextOptions {
  readonly name: string;
  readonly path?: string;
  readonly arrange: (page: Page) => Promise<void>;
}

const SHOTS: readonly Shot[] = [
  { name: 'empty-light', ...LAPTOP, colorScheme: 'light', arrange: async () => undefined },
  {
    name: 'words-dark',
    ...LAPTOP,
    colorScheme: 'dark',
    arrange: showWord('black-dog-snow'),
  },
  { name: 'words-light', ...LAPTOP, colorScheme: 'light', arrange: showAll },
  {
    name: 'phone-light',
    ...PHONE,
    colorScheme: 'light',
    arrange: showWord('sailboat'),
  },
  {
    name: 'learn-light',
    ...LAPTOP,
    path: '/learn',
    colorScheme: 'light',
    arrange: showSteps,
  },
  { name: 'phone-dark', ...PHONE, colorScheme: 'dark', arrange: async () => undefined },
  {
    name: 'phone-persian',
    ...PHONE,
    path: '/fa',
    colorScheme: 'light',
    arrange: showWord('brown-dog'),
  },
];

if ((await build()) !== 0) throw new Error('The build failed.');
const server = await startServer();
const executablePath = await findChromium();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  for (const shot of SHOTS) await take(shot);
} finally {
  await browser.close();
  await server.stop();
}

async function take({ name, path = '/', arrange, ...options }: Shot): Promise<void> {
  const context = await browser.newContext({
    ...options,
    baseURL: server.url,
    deviceScaleFactor: 2,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(path, { waitUntil: 'networkidle' });
  await arrange(page);
  const picture = sharp(await page.screenshot()).webp({ quality: 78, effort: 6 });
  const { size } = await picture.toFile(`${FOLDER}${name}.webp`);
  console.log(`${name}.webp: ${Math.round(size / 1024)} kB`);
  await context.close();
}

/** Captions a sample and looks at the last of its words. */
function showWord(sample: string) {
  return async (page: Page) => {
    await page.locator(`img[src*="${sample}"]`).click();
    const photo = page.getByRole('article');
    await photo.getByRole('textbox').waitFor();
    await photo.getByRole('group').getByRole('button').last().click();
    await photo.locator('canvas[data-lit=true]').waitFor();
    await showResults(page);
  };
}

/** Steps to the third word of a caption. */
async function showSteps(page: Page): Promise<void> {
  await page.locator('#writing button').first().click();
  const word = page.locator('#writing fieldset [lang=en] button').nth(2);
  await word.click();
  await page.locator('#writing canvas[data-lit=true]').waitFor();
  await word.evaluate((element) =>
    scrollTo(0, element.getBoundingClientRect().top + scrollY - 120),
  );
}

async function showAll(page: Page): Promise<void> {
  await page.locator('main ul button').last().click();
  await page.getByRole('article').getByRole('textbox').nth(7).waitFor();
  await showResults(page);
}

/** Scrolls the photos to the top. */
async function showResults(page: Page): Promise<void> {
  await page.locator('#photos').evaluate((section: HTMLElement) => scrollTo(0, section.offsetTop));
}
