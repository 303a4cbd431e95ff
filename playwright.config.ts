import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/set-up.ts',
  forbidOnly: true,
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 60_000 },
  use: {
    // Words are written out at a reader's pace, and things fade in, where motion is welcome.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM,
      args: ['--no-sandbox'],
    },
  },
});
