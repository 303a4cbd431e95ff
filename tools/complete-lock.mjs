/**
 * `npm run lock` lists in package-lock.json the binaries of other platforms that npm left out: it
 * drops an optional package that its registry did not serve, and `npm ci` then refuses the file.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './process.mjs';

const PLATFORM = /-(android|darwin|freebsd|linux|openharmony|win32)-([a-z]+\d*x?)(?:-(gnu|musl))?/;
const LIBC = { gnu: 'glibc', musl: 'musl' };

const file = join(root, 'package-lock.json');
const lock = JSON.parse(await readFile(file, 'utf8'));

for (const { optionalDependencies = {}, dev } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    lock.packages[`node_modules/${name}`] ??= {
      version,
      ...platform(name),
      ...(dev && { dev }),
      optional: true,
    };
  }
}
await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);

/** @param {string} name of a package with a binary, for example `@next/swc-linux-x64-musl`. */
function platform(name) {
  const [, os, cpu, libc] = PLATFORM.exec(name) ?? [];
  if (!os) return { cpu: ['wasm32'] };
  return { os: [os], cpu: [cpu], ...(libc && { libc: [LIBC[/** @type {'gnu'} */ (libc)]] }) };
}
