import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { StorageSettings } from '../server/env';
import { openStorage } from '../server/storage/open';
import { altTexts, captionRuns, items, spool } from '../server/storage/schema';
import { HAS_POSTGRESQL, startPostgresql } from '../server/testing/postgresql';
import { type Client, clientOf } from './client';
import { createDifferentPhotos } from './photo';
import { killProgram, startProgram, startServer, stopProgram } from './start-server';

const PHOTOS = 300;
/** Photos of one request. */
const FORM = 100;
/** Photos after whose captions a process is killed. */
const KILLED_AT = 60;
/** Items that a process works on at a time. */
const LANES = 2;
const OPTIONS = { beamWidth: 1, maxWords: 5 };

/** Asks for captions of all photos. @returns the job. */
async function beginJob(client: Client): Promise<string> {
  const { id: collectionId } = await client.collections.create.mutate({ name: 'Photos' });
  const photos = await createDifferentPhotos(PHOTOS);
  let job: string | undefined;
  for (let start = 0; start < PHOTOS; start += FORM) {
    const form = new FormData();
    form.set('json', JSON.stringify(job ? { job } : { collectionId, options: OPTIONS }));
    for (const [i, photo] of photos.slice(start, start + FORM).entries()) {
      form.append('file', new File([new Uint8Array(photo)], `${start + i}.jpg`));
    }
    ({ job } = await client.intake.files.mutate(form));
  }
  return job!;
}

/** Waits for the middle of a job, where each of so many lanes has an item. */
async function middleOf(client: Client, id: string, lanes: number): Promise<void> {
  await expect(async () => {
    const { progress } = await client.jobs.get.query({ id });
    expect(progress.done).toBeGreaterThanOrEqual(KILLED_AT);
    expect(progress.running).toBe(lanes);
  }).toPass({ intervals: [50] });
}

/** Waits for the end of a job: every photo has its caption, and few were begun a second time. */
async function expectDone(client: Client, id: string): Promise<void> {
  await expect.poll(async () => (await client.jobs.get.query({ id })).state).toBe('done');
  const { items: first, nextCursor } = await client.jobs.items.query({ id, limit: 200 });
  const { items: rest } = await client.jobs.items.query({ id, limit: 200, cursor: nextCursor! });
  const all = [...first, ...rest];
  expect(all.filter(({ state }) => state === 'done')).toHaveLength(PHOTOS);
  const again = all.map(({ attempts }) => attempts).filter((attempts) => attempts !== 1);
  expect(again.length).toBeGreaterThan(0);
  expect(again.length).toBeLessThanOrEqual(LANES);
  expect(new Set(again)).toEqual(new Set([2]));
}

/** Of a storage that no server uses: every photo has one result, and no file waits. */
async function expectStoredOnce(settings: StorageSettings): Promise<void> {
  const events = { onDisconnect: () => undefined, onLost: () => undefined };
  const storage = await openStorage(settings, events);
  const { database } = storage;
  try {
    const names = await database.select({ name: items.name }).from(items);
    expect(names).toHaveLength(PHOTOS);
    expect(new Set(names.map(({ name }) => name)).size).toBe(PHOTOS);
    expect(await database.$count(captionRuns)).toBe(PHOTOS);
    expect(await database.$count(altTexts)).toBe(PHOTOS);
    expect(await database.$count(spool)).toBe(0);
  } finally {
    await storage.close();
  }
}

test('a server that is killed in the middle of a job goes on when it starts again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'negar-crash-'));
  const env = { NEGAR_WORKSPACE: folder, NEGAR_JOBS: String(LANES) };
  let server = await startServer({ env });
  try {
    const job = await beginJob(clientOf(server.url));
    await middleOf(clientOf(server.url), job, LANES);
    await killProgram(server);
    server = await startServer({ env });
    await expectDone(clientOf(server.url), job);
    await server.stop();
    await expectStoredOnce({ NEGAR_WORKSPACE: folder });
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
});

test('of two processes that work on a job, one does what the other leaves that is killed', async () => {
  test.skip(!HAS_POSTGRESQL, 'needs PostgreSQL');
  const postgresql = await startPostgresql();
  const DATABASE_URL = await postgresql.createDatabase();
  // What the killed process had taken comes back after this time and some more.
  const env = { DATABASE_URL, NEGAR_DEADLINE_SECONDS: '10' };
  const server = await startServer({ env: { ...env, NEGAR_JOBS: '0', NEGAR_WORKERS: '1' } });
  const workers = [1, 2].map(() =>
    startProgram({
      args: ['dist/work-on-jobs.mjs'],
      env: { ...env, NEGAR_JOBS: String(LANES), NEGAR_WORKERS: '1' },
    }),
  );
  try {
    const client = clientOf(server.url);
    await Promise.all(workers.map((worker) => worker.said('working on jobs')));
    const job = await beginJob(client);
    await middleOf(client, job, 2 * LANES);
    await killProgram(workers[0]);
    await expectDone(client, job);
    await expectStoredOnce({ DATABASE_URL, NEGAR_WORKSPACE: '' });
  } finally {
    await Promise.all([server, ...workers].map((program) => stopProgram(program)));
    await postgresql.stop();
  }
});
