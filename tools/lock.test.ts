import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './process.mjs';

const { packages } = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }>;
};

/** `npm ci` refuses a lock file that lacks one of these, on every platform; `npm run lock` adds them. */
it('package-lock.json lists the binaries of every platform', () => {
  const named = Object.values(packages).flatMap((entry) =>
    Object.keys(entry.optionalDependencies ?? {}),
  );
  expect(named).toContain('@next/swc-darwin-arm64');
  expect(named.filter((name) => !packages[`node_modules/${name}`]?.version)).toEqual([]);
});

/** Two copies of tfjs-core would each have their own backends and tensors. */
it('package-lock.json has each part of tfjs once, all of one version', () => {
  const parts = Object.entries(packages).filter(([path]) => /\/@tensorflow\/tfjs[^/]*$/.test(path));
  expect(parts.map(([path]) => path)).toContain('node_modules/@tensorflow/tfjs-core');
  for (const [path, { version }] of parts) {
    expect(path).toMatch(/^node_modules\/@tensorflow\/[^/]+$/);
    expect(version).toBe('4.22.0');
  }
});
