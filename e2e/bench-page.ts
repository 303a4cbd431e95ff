import { performance } from 'node:perf_hooks';
import { type BrowserContext, chromium, expect, type Page } from 'playwright/test';
import { build } from '../tools/build.mjs';
import { findChromium } from '../tools/chromium.mjs';
import { createPhoto } from './photo';
import { choosePhoto, jpeg, startPrivateMode } from './private';
import { startServer } from './start-server';

/**
 * `npm run bench:page`: seconds from opening the page anew, with the model downloaded earlier, to the
 * first caption; in private mode and with the server, in turn.
 */

const ROUNDS = 5;
/** Seconds that a person may wait for the first caption in private mode. */
const BAR = 5;

if ((await build()) !== 0) throw new Error('The build failed.');
const server = await startServer();
const executablePath = await findChromium();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const photo = jpeg(await createPhoto(4000, 3000));
const contexts = await Promise.all(
  [0, 1].map(() => browser.newContext({ baseURL: server.url, reducedMotion: 'reduce' })),
);
try {
  const [privately, byServer] = contexts;
  await visit(privately, (page) => startPrivateMode(page));
  await visit(byServer, () => Promise.resolve());
  const seconds: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    seconds[0].push(await firstCaption(privately));
    seconds[1].push(await firstCaption(byServer));
  }
  const [inPrivate, withServer] = seconds.map(median);
  console.log(`first caption of a page opened anew, a photo of 4000 x 3000, median of ${ROUNDS}`);
  console.log(`private mode  ${inPrivate.toFixed(2)} s (bar: ${BAR})`);
  console.log(`server        ${withServer.toFixed(2)} s`);
  console.log(`private mode / server  ${(inPrivate / withServer).toFixed(2)}`);
} finally {
  await browser.close();
  await server.stop();
}

/** Seconds until a page that was just opened shows its first caption. */
async function firstCaption(context: BrowserContext): Promise<number> {
  const began = performance.now();
  let ended = began;
  await visit(context, async (page) => {
    await choosePhoto(page, photo);
    await expect(page.locator('textarea')).toHaveCount(1, { timeout: 60_000 });
    ended = performance.now();
    await page.getByRole('article').getByRole('button', { name: 'Remove' }).click();
  });
  return (ended - began) / 1000;
}

async function visit(context: BrowserContext, act: (page: Page) => Promise<unknown>) {
  const page = await context.newPage();
  await page.goto('/', { waitUntil: 'networkidle' });
  await act(page);
  await page.close();
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
