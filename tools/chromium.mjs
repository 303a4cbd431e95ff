import { aptInstall, exists } from './apt-get.mjs';

const KNOWN_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * Finds a Chromium for the browser tests, or installs Debian's when run as root.
 * `PLAYWRIGHT_CHROMIUM` names one that lies elsewhere.
 * @returns {Promise<string | undefined>} path of the program; undefined after having said how to get one.
 */
export async function findChromium() {
  return (await installedChromium()) ?? (await installChromium());
}

async function installedChromium() {
  const { chromium } = await import('playwright');
  const chosen = process.env.PLAYWRIGHT_CHROMIUM;
  for (const path of chosen ? [chosen] : [...KNOWN_PATHS, chromium.executablePath()]) {
    if (await exists(path)) return path;
  }
  return undefined;
}

async function installChromium() {
  await aptInstall('chromium', 'the browser tests');
  const path = await installedChromium();
  if (path) return path;
  console.error(
    'negar: the browser tests need Chromium. On Debian run `sudo apt-get update && sudo apt-get install -y chromium`,\n' +
      'elsewhere `npx playwright install chromium`, or set PLAYWRIGHT_CHROMIUM to the path of one.',
  );
  return undefined;
}
