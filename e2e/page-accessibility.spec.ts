import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from 'playwright/test';
import {
  altText,
  BROKEN,
  card,
  choose,
  createPhotos,
  expectDescribed,
  LAPTOP,
  openPage,
  PHONE,
} from './page';
import { test } from './test';

/** Each state of the page, and how a person gets there. */
const STATES: Record<string, (page: Page) => Promise<void>> = {
  empty: async () => undefined,
  settings: async (page) => {
    await page.locator('header button').click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  writing: async (page) => {
    await page.route('**/caption.create*', () => new Promise(() => undefined));
    await choose(page, await createPhotos(3));
    await expect(page.locator('canvas[data-lit=true]')).toHaveCount(2);
  },
  waiting: async (page) => {
    const headers = { 'x-negar-code': 'QUEUE_FULL', 'retry-after': '30' };
    await page.route('**/api/trpc/**', (route) => route.fulfill({ status: 503, headers }));
    await choose(page, await createPhotos(1));
    await expect(page.getByText(/30|29|۳۰|۲۹/)).toBeVisible();
  },
  'partly failed': async (page) => {
    await choose(page, [...(await createPhotos(2)), BROKEN]);
    await expectDescribed(page, 2);
    await expect(page.getByText('IMAGE_TYPE_UNSUPPORTED')).toBeVisible();
  },
  'lit, edited and removed': async (page) => {
    await choose(page, await createPhotos(3));
    await expectDescribed(page, 3);
    await altText(page, 'photo-1.jpg').fill('x'.repeat(130));
    await card(page, 'photo-2.jpg').getByRole('checkbox').check();
    await page.locator('[data-remove]').last().click();
    await card(page, 'photo-2.jpg').locator('fieldset button').first().focus();
    await expect(page.locator('canvas[data-lit=true]')).toHaveCount(1);
  },
  offline: async (page) => {
    await page.context().setOffline(true);
    await choose(page, await createPhotos(1));
    await expect(page.getByRole('article')).toBeVisible();
  },
  'about to remove all': async (page) => {
    await choose(page, await createPhotos(1));
    await expectDescribed(page, 1);
    await page.locator('#photos button:has(.lucide-trash-2)').click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
};

for (const [state, enter] of Object.entries(STATES)) {
  test(`axe finds nothing when the page is ${state}`, async ({ browser, server }) => {
    // Each theme, language and size once: they share their elements.
    const variants = [
      { path: '/', colorScheme: 'light', ...LAPTOP },
      { path: '/fa', colorScheme: 'dark', ...PHONE },
    ] as const;
    for (const { path, ...use } of variants) {
      const context = await browser.newContext({
        baseURL: server.url,
        reducedMotion: 'reduce',
        ...use,
      });
      const page = await context.newPage();
      await openPage(page, path);
      await enter(page);
      // What appears fades in; a fade that is cut short has ended, too.
      await page.evaluate(() =>
        Promise.allSettled(document.getAnimations().map((one) => one.finished)),
      );
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
      expect(found, `${path} ${use.colorScheme}`).toEqual([]);
      await context.close();
    }
  });
}

test('everything can be done with the keyboard, in the order of the page', async ({ page }) => {
  await openPage(page);
  await choose(page, await createPhotos(1));
  await expectDescribed(page, 1);
  await page.reload({ waitUntil: 'networkidle' });
  await expectDescribed(page, 1);
  const stops: string[] = [];
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return '';
      const label = (element as Partial<HTMLInputElement>).labels?.[0]?.textContent;
      const text = element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
      return text.trim().slice(0, 60);
    });
    if (name === '') break;
    stops.push(name);
  }
  const expected = [
    /^Skip to/,
    /^Photos/,
    /^Text/,
    /^Workspace/,
    /^Learn/,
    /^فارسی/,
    /^Settings/,
    /^Add photos/,
    /^Private mode/,
    /^No photo at hand/,
    /^Download all/,
    /^Remove all/,
    /^Remove photo-1/,
    /^w\d+/i,
    /^w\d+|May show/i,
    /^Alt text/,
    /^Copy text/,
    /^Copy as/,
    /^Decorative/,
  ];
  expect(stops).toHaveLength(expected.length);
  stops.forEach((stop, i) => expect(stop).toMatch(expected[i]));
});

for (const [device, use] of Object.entries({ PHONE, LAPTOP })) {
  test(`what has the focus is never hidden, and is 24 px at least: ${device}`, async ({
    browser,
    server,
  }) => {
    const context = await browser.newContext({
      baseURL: server.url,
      reducedMotion: 'reduce',
      ...use,
    });
    const page = await context.newPage();
    await openPage(page);
    await choose(page, [...(await createPhotos(3)), BROKEN]);
    await expectDescribed(page, 3);
    await page.evaluate(() => window.scrollTo(0, 0));
    for (const key of ['Tab', 'Shift+Tab']) {
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press(key);
        const problem = await page.evaluate(async () => {
          const element = document.activeElement;
          if (!element || element === document.body) return null;
          const shown = element.closest('label') ?? element;
          await Promise.all(shown.getAnimations().map(({ finished }) => finished));
          const box = shown.getBoundingClientRect();
          const name = shown.outerHTML.slice(0, 200);
          const isText = element.matches('a.absolute');
          if (!isText && Math.min(box.width, box.height) < 24) return `small: ${name}`;
          const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 20)];
          const top = document.elementFromPoint(x, y);
          return top && (shown.contains(top) || top.contains(shown)) ? null : `hidden: ${name}`;
        });
        expect(problem).toBeNull();
      }
    }
    await context.close();
  });
}

test('results and errors are announced politely', async ({ page }) => {
  await openPage(page);
  const status = page.locator('output.sr-only').last();
  await choose(page, await createPhotos(1));
  await expect(status).toHaveText(/^photo-1\.jpg: /);
  await choose(page, [BROKEN]);
  await expect(status).toHaveText(/^broken\.jpg failed: This is no picture/);
  await choose(page, await createPhotos(12));
  await expect(status).toHaveText('Finished: 13 photos in words, 1 failed');
});

/** Scrolls sideways: what is wider than the window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

for (const path of ['/', '/fa']) {
  test(`${path} fits every width, 200 % zoom and large text`, async ({ page }) => {
    await openPage(page, path);
    await choose(page, [...(await createPhotos(2)), BROKEN]);
    await expectDescribed(page, 2);
    await altText(page, 'photo-1.jpg').fill('x'.repeat(200));
    // 1440 x 900 at 200 % has 720 x 450 CSS pixels; 320 px stand for 400 % of 1280.
    for (const [width, height] of [
      [320, 640],
      [720, 450],
      [1440, 900],
      [2560, 1440],
      [3840, 2160],
    ]) {
      await page.setViewportSize({ width, height });
      expect(await overflow(page), `${width} px`).toBe(0);
    }
    await page.setViewportSize({ width: 720, height: 900 });
    await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
    expect(await overflow(page), 'large text').toBe(0);
  });
}

test('forced colours leave every control visible', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openPage(page);
  await choose(page, await createPhotos(1));
  await expectDescribed(page, 1);
  await page.locator('header button').click();
  const invisible = await page.evaluate(() =>
    [...document.querySelectorAll('button, input, textarea')]
      .filter((element) => element.checkVisibility({ opacityProperty: true }))
      .filter((element) => !element.matches('input[type=file]'))
      .filter((element) => {
        const { borderTopWidth, appearance } = getComputedStyle(element);
        const hasContent = element.textContent.trim() !== '' || element.querySelector('svg, img');
        return !hasContent && borderTopWidth === '0px' && appearance === 'none';
      })
      .map((element) => element.outerHTML),
  );
  expect(invisible).toEqual([]);
  await expect(page.getByRole('switch').first()).toHaveCSS('appearance', 'auto');
});
