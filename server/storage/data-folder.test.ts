import { mkdir, mkdtemp, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeDataFolder } from './data-folder';

let parent: string;
beforeAll(async () => void (parent = await mkdtemp(join(tmpdir(), 'negar-'))));
afterAll(() => rm(parent, { recursive: true }));

const unlost = (error: Error) => {
  throw error;
};

it('is taken by one process at a time, and can be read by its owner only', async () => {
  const folder = join(parent, 'taken');
  const release = await takeDataFolder(folder, unlost);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  await expect(takeDataFolder(folder, unlost)).rejects.toMatchObject({ code: 'WORKSPACE_LOCKED' });
  await release();
  const again = await takeDataFolder(folder, unlost);
  await again();
});

it('can be taken from a process that died', async () => {
  const folder = join(parent, 'stale');
  await mkdir(join(folder, 'lock'), { recursive: true });
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(join(folder, 'lock'), longAgo, longAgo);
  const release = await takeDataFolder(folder, unlost);
  const { mtimeMs } = await stat(join(folder, 'lock'));
  expect(mtimeMs).toBeGreaterThan(longAgo.getTime());
  await release();
});
