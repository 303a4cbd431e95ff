import { test as base } from 'playwright/test';
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
