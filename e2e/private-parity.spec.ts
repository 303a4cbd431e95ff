import { expect, type Worker } from 'playwright/test';
import sharp from 'sharp';
import type { EngineCaption } from '../app/_lib/engine';
import type { News } from '../app/_lib/private/protocol';
import { dataFolder } from '../training/data-folder';
import { forEachPhoto } from '../training/data/flickr8k';
import { startPrivateMode } from './private';
import { startServer } from './start-server';
import { test } from './test';

const PHOTOS = 100;
const TOLERANCE = 0.05;

interface Greedy {
  readonly text: string;
  readonly logProbability: number;
}

test('server and browser caption 95 of 100 photos alike', async ({ page }) => {
  test.skip(!dataFolder(), 'the photos of Flickr8k are missing; set NEGAR_DATA to the data folder');
  test.setTimeout(900_000);
  const server = await startServer({ env: { NEGAR_MODELS: '' } });
  try {
    await page.goto(server.url);
    const worker = await startPrivateMode(page);
    const differences: number[] = [];
    let same = 0;
    for (const photo of await photos()) {
      const [here, there] = await Promise.all([
        inBrowser(worker, photo),
        onServer(server.url, photo),
      ]);
      if (here.text !== there.text) {
        console.log(`server: ${there.text}\nbrowser: ${here.text}`);
        continue;
      }
      same++;
      differences.push(Math.abs(here.logProbability - there.logProbability));
    }
    const largest = Math.max(...differences);
    const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
    console.log(
      `server and browser: ${same} of ${PHOTOS} captions alike; their log-probabilities differ by ` +
        `${mean.toFixed(4)} on average and ${largest.toFixed(4)} at most`,
    );
    expect(same).toBeGreaterThanOrEqual(95);
    expect(largest).toBeLessThanOrEqual(TOLERANCE);
  } finally {
    await server.stop();
  }
});

/** The first photos of dev; every other one as large as a camera's. */
async function photos(): Promise<Buffer[]> {
  const found: Promise<Buffer>[] = [];
  await forEachPhoto('dev', (_name, jpeg) => {
    if (found.length < PHOTOS) found.push(found.length % 2 ? enlarge(jpeg) : Promise.resolve(jpeg));
    return Promise.resolve();
  });
  return Promise.all(found);
}

function enlarge(photo: Buffer): Promise<Buffer> {
  return sharp(photo)
    .resize(3000, 2000, { fit: 'fill', kernel: 'cubic' })
    .jpeg({ quality: 90 })
    .toBuffer();
}

async function onServer(url: string, photo: Buffer): Promise<Greedy> {
  const response = await fetch(`${url}/api/trpc/caption.fromBase64`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      photo: photo.toString('base64'),
      options: { candidates: 1, beamWidth: 1 },
    }),
  });
  const { result } = (await response.json()) as { result: { data: EngineCaption } };
  return result.data.candidates[0];
}

/** Asks the page's own worker, as the page does. */
async function inBrowser(worker: Worker, photo: Buffer): Promise<Greedy> {
  const news = await worker.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const request = {
      kind: 'caption',
      photo: new Blob([bytes]),
      options: {},
      words: true,
      flag: new Int32Array(1),
      askedAt: Date.now(),
    };
    return new Promise<News>((resolve) => {
      self.postMessage = (message: News) => {
        if (message.kind !== 'word') resolve(message);
      };
      self.dispatchEvent(new MessageEvent('message', { data: request }));
    });
  }, photo.toString('base64'));
  if (news.kind === 'caption') return news.caption.candidates[0];
  throw new Error(`The worker failed: ${JSON.stringify(news)}`);
}
