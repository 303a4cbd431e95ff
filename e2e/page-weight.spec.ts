import { expect } from 'playwright/test';
import { gzipSync } from 'node:zlib';
import { openPage } from './page';
import { test } from './test';

/** Compressed bytes of everything that a first visit loads. */
const MOST_BYTES = 350_000;

for (const path of ['/', '/fa']) {
  test(`a first visit of ${path} weighs less than 350 kB`, async ({ page }) => {
    const bodies: { url: string; type: string; bytes: Promise<number> }[] = [];
    page.on('response', (response) => {
      const type = response.request().resourceType();
      const isText = ['document', 'script', 'stylesheet', 'fetch'].includes(type);
      const bytes = response.body().then((body) => (isText ? gzipSync(body) : body).length);
      bodies.push({ url: response.url(), type, bytes });
    });
    await openPage(page, path);
    const sizes = await Promise.all(
      bodies.map(async ({ url, type, bytes }) => ({ url, type, bytes: await bytes })),
    );
    const sum = (types: string[]) =>
      sizes.filter(({ type }) => types.includes(type)).reduce((all, { bytes }) => all + bytes, 0);
    const weight = sum(['document', 'script', 'stylesheet', 'font', 'fetch']);
    expect(weight).toBeGreaterThan(100_000);
    expect(weight).toBeLessThan(MOST_BYTES);
    const { origin } = new URL(page.url());
    expect(sizes.filter(({ url }) => !url.startsWith(origin))).toEqual([]);
  });

  test(`nothing on ${path} moves by itself, even where fonts come late`, async ({ page }) => {
    await page.route('**/*.woff2', async (route) => {
      await new Promise((late) => setTimeout(late, 1500));
      await route.continue();
    });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & {
          value: number;
          hadRecentInput: boolean;
        })[]) {
          if (!entry.hadRecentInput) shifts.push(entry.value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const shift = () =>
      page.evaluate(() =>
        (window as unknown as { shifts: number[] }).shifts.reduce((sum, one) => sum + one, 0),
      );
    await openPage(page, path);
    expect(await shift()).toBeLessThan(0.01);
  });
}
