import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'playwright/test';
import { readStages } from '../tools/dockerfile';
import { createPhoto, formOf } from './photo';
import { authorization, startServer } from './start-server';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const WORKDIR = '/negar/';
const PASSWORD = 'correct horse';

const image = readStages().at(-1)!;

/** Puts together what the image holds, from this build; of the packages, only those that run. */
async function assemble(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'negar-image-'));
  for (const { sources, target } of image.copies) {
    for (const source of sources) {
      const path = source.replace(WORKDIR, '');
      const to = target.endsWith('/') ? join(folder, target, path) : join(folder, target);
      if (path === 'node_modules') await linkPackages(to);
      else await cp(join(ROOT, path), to, { recursive: true, filter: isNoCache });
    }
  }
  return folder;
}

function isNoCache(path: string): boolean {
  return !path.endsWith('.next/cache');
}

/** Links the packages that `npm ci --omit=dev` installs. */
async function linkPackages(folder: string): Promise<void> {
  const lock = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean }>;
  };
  for (const [path, { dev }] of Object.entries(lock.packages)) {
    const name = /^node_modules\/((@[^/]+\/)?[^/]+)$/.exec(path)?.[1];
    if (name === undefined || dev) continue;
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await symlink(join(ROOT, path), join(folder, name));
  }
}

test('what the Dockerfile puts into the image captions a photo and tells its health', async () => {
  test.setTimeout(180_000);
  const folder = await assemble();
  const [node, program] = image.command;
  expect(node).toBe('node');
  const env = { ...image.environment, NEGAR_PASSWORD: PASSWORD, NEGAR_MODELS: '', PORT: '0' };
  const server = await startServer({ args: [join(folder, program)], env });
  try {
    const headers = { authorization: authorization(PASSWORD) };
    const page = await fetch(server.url, { headers });
    expect(page.status).toBe(200);
    expect((await fetch(`${server.url}/sw.js`, { headers })).status).toBe(200);
    const body = formOf(await createPhoto());
    const url = `${server.url}/api/trpc/caption.create`;
    const answer = await fetch(url, { method: 'POST', headers, body });
    expect(answer.status).toBe(200);

    const [command, ...args] = image.healthcheck;
    expect(command).toBe('node');
    const check = (port: string) =>
      promisify(execFile)(process.execPath, args, { env: { ...process.env, PORT: port } });
    await check(new URL(server.url).port);
    expect(await server.stop()).toBe(0);
    await expect(check(new URL(server.url).port)).rejects.toMatchObject({ code: 1 });
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
});
