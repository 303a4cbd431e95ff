import { test as base } from 'playwright/test';
import sharp from 'sharp';
import { startServer, type StartedServer } from './start-server';

/** Tests with a server that all of them share, and that pages are opened from. */
export const test = base.extend<object, { server: StartedServer }>({
  server: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from it.
    async ({}, use) => {
      const server = await startServer({ env: { NEGAR_WORKERS: '2', NEGAR_QUEUE: '16' } });
      await use(server);
      await server.stop();
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: ({ server }, use) => use(server.url),
});

/** The file of a photo. */
export function createPhoto(width = 640, height = 480): Promise<Buffer> {
  const create = { width, height, channels: 3, background: '#c89664' } as const;
  return sharp({ create }).jpeg().toBuffer();
}

/** A form with a photo and options. */
export function formOf(photo: Buffer, options: Record<string, string> = {}): FormData {
  const form = new FormData();
  form.set('photo', new File([new Uint8Array(photo)], 'private-name.jpg'));
  for (const [name, value] of Object.entries(options)) form.set(name, value);
  return form;
}
