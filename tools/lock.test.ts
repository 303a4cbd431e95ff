import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './process.mjs';

/** `npm ci` refuses a lock file that lacks one of these, on every platform; `npm run lock` adds them. */
it('package-lock.json lists the binaries of every platform', async () => {
  const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }>;
  };
  const named = Object.values(packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}),
  );
  expect(named).toContain('@next/swc-darwin-arm64');
  expect(named.filter((name) => !packages[`node_modules/${name}`]?.version)).toEqual([]);
});
