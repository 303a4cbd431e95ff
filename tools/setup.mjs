import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root, runNpm } from './process.mjs';

/**
 * Makes a fresh clone ready to run: checks Node's version and installs the packages of
 * package-lock.json where node_modules differs from it. Uses only what Node brings, and leaves
 * standard output to the program that runs next. Ends the process when it cannot go on.
 */
export async function setUp() {
  await checkNode();
  if (await isInstalled()) return;
  console.error('negar: installing packages (once, a minute or so)');
  const code = await runNpm(
    ['ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'],
    { stdio: ['ignore', 2, 2] },
  );
  if (code !== 0)
    fail('`npm ci` failed; its message is above. Run the command again once it is solved.', code);
}

async function checkNode() {
  const needed = (await readJson('package.json')).engines.node.replace('>=', '');
  const [major, minor] = needed.split('.').map(Number);
  const [hasMajor, hasMinor] = process.versions.node.split('.').map(Number);
  if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return;
  fail(
    `Node ${needed} or newer is needed, this is ${process.versions.node}. See https://nodejs.org.`,
  );
}

/** Whether every package of the lock file is installed; npm writes what it installed to a file of its own. */
async function isInstalled() {
  const { packages: locked } = await readJson('package-lock.json');
  const { packages: installed } = await readJson('node_modules/.package-lock.json').catch(
    () => ({}),
  );
  if (!installed) return false;
  return Object.entries(locked).every(
    ([path, { version, optional }]) =>
      path === '' || (path in installed ? installed[path].version === version : optional),
  );
}

/** @param {string} path */
async function readJson(path) {
  return JSON.parse(await readFile(join(root, path), 'utf8'));
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message, code = 1) {
  console.error(`negar: ${message}`);
  process.exit(code);
}
