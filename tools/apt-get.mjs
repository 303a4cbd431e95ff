import { access } from 'node:fs/promises';
import { run } from './process.mjs';

/**
 * Installs a package of Debian where that is possible: as root, with apt-get.
 * @param {string} name
 * @param {string} purpose what it is for, as the message says it.
 */
export async function aptInstall(name, purpose) {
  if (process.getuid?.() !== 0 || !(await exists('/usr/bin/apt-get'))) return;
  console.error(`negar: installing ${name} for ${purpose}`);
  await aptGet('update');
  await aptGet('install', '-y', '--no-install-recommends', name);
}

/** @param {string} path */
export async function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** @param {string[]} args */
function aptGet(...args) {
  return run('apt-get', ['-qq', ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
