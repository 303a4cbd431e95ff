import { createServer } from 'node:net';
import { defineConfig } from 'playwright/test';

/** Workers read this file again, so the first reading leaves the port in the environment. */
process.env.NEGAR_E2E_PORT ??= String(await freePort());
const port = process.env.NEGAR_E2E_PORT;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: true,
  workers: 1,
  timeout: 90_000,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM,
      args: ['--no-sandbox'],
    },
  },
  webServer: {
    command: 'node tools/start.mjs',
    env: { HOST: '127.0.0.1', PORT: port },
    url: `http://127.0.0.1:${port}`,
    timeout: 600_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}
