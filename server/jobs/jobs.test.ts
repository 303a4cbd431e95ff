import type { TRPCError } from '@trpc/server';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NegarError } from '../../models/errors';
import { fromTRPCError } from '../errors';
import { spool } from '../storage/schema';
import { fakeInference } from '../testing/fake-inference';
import { openMemoryStorage } from '../testing/memory-storage';
import { formOf, openBench, photo, photoFiles } from './testing/job-bench';

type Bench = Awaited<ReturnType<typeof openBench>>;

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function setUp(...given: Parameters<typeof openBench>): Promise<Bench> {
  const bench = await openBench(...given);
  closers.push(() => bench.close());
  return bench;
}

const fake = () => fakeInference({ id: 'fake', version: '1.0.0' } as never);

/** Captions that end only when they are told to. */
function heldInference() {
  const waiting: (() => void)[] = [];
  const inner = fake();
  let isOpen = false;
  return {
    inference: {
      ...inner,
      async captionPicture(...args: Parameters<typeof inner.captionPicture>) {
        if (!isOpen) await new Promise<void>((resolve) => waiting.push(resolve));
        return inner.captionPicture(...args);
      },
    },
    waiting,
    open() {
      isOpen = true;
      for (const resolve of waiting) resolve();
    },
  };
}

/** Names of the items of the collection, sorted. */
async function names({ caller, collectionId }: Bench): Promise<string[]> {
  const { items } = await caller.items.list({ collectionId, limit: 200 });
  return items.map(({ name }) => name).sort();
}

async function codeOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'none',
    (error: unknown) => fromTRPCError(error as TRPCError).code,
  );
}

describe('a job', () => {
  it('captions every picture once, in turn, and leaves no file behind', async () => {
    const bench = await setUp();
    const { caller, collectionId } = bench;
    const report = await caller.intake.files(formOf({ collectionId }, photoFiles(20)));
    expect(report).toMatchObject({ added: 20, known: 0, bad: 0, badRows: [] });
    const done = await bench.until(report.job, 'done');
    expect(done.progress).toMatchObject({ total: 20, done: 20, waiting: 0, failed: 0 });
    expect(done.finishedAt).toBeInstanceOf(Date);
    expect((await names(bench)).length).toBe(20);
    expect(bench.asked.length).toBe(20);
    expect(await bench.storage.database.$count(spool)).toBe(0);
    expect(bench.errors).toEqual([]);
  });

  it('answers a photo from the store that was captioned before, and says so', async () => {
    const bench = await setUp();
    const { caller, collectionId } = bench;
    for (const name of ['a.jpg', 'b.jpg']) {
      const { job } = await caller.intake.files(
        formOf({ collectionId }, [new File([photo(1)], name)]),
      );
      await bench.until(job, 'done');
    }
    expect(bench.asked.length).toBe(1);
    const { items } = await caller.items.list({ collectionId, sort: 'name' });
    const details = await Promise.all(items.map(({ id }) => caller.items.get({ id })));
    expect(details.map(({ name, cached }) => [name, cached])).toEqual([
      ['a.jpg', false],
      ['b.jpg', true],
    ]);
  });

  it('takes more files, and the same ones once', async () => {
    const bench = await setUp();
    const { caller, collectionId } = bench;
    const { job } = await caller.intake.files(formOf({ collectionId }, photoFiles(3)));
    await bench.until(job, 'done');
    const again = await caller.intake.files(formOf({ job }, photoFiles(5)));
    expect(again).toMatchObject({ job, added: 2, known: 3 });
    expect((await bench.until(job, 'done')).progress.done).toBe(5);
  });

  it('pauses, resumes and tells its progress', async () => {
    const held = heldInference();
    const bench = await setUp({ inference: held.inference, lanes: 2 });
    const { caller, collectionId } = bench;
    const { job: id } = await caller.intake.files(formOf({ collectionId }, photoFiles(12)));
    await vi.waitFor(() => expect(held.waiting.length).toBe(2));
    expect((await caller.jobs.get({ id })).progress).toMatchObject({ running: 2, waiting: 10 });
    expect((await caller.jobs.pause({ id })).state).toBe('paused');
    held.open();
    await vi.waitFor(async () =>
      expect((await caller.jobs.get({ id })).progress).toMatchObject({ done: 2, waiting: 10 }),
    );
    await setTimeout(100);
    expect((await caller.jobs.get({ id })).progress.done).toBe(2);
    await caller.jobs.resume({ id });
    expect((await bench.until(id, 'done')).progress.done).toBe(12);
  });

  it('tells its rate and the time that is left', async () => {
    const held = heldInference();
    const bench = await setUp({ inference: held.inference, lanes: 1 });
    const { caller, collectionId } = bench;
    const { job: id } = await caller.intake.files(formOf({ collectionId }, photoFiles(4)));
    await vi.waitFor(() => expect(held.waiting.length).toBe(1));
    expect(await caller.jobs.get({ id })).toMatchObject({ rate: null, secondsLeft: null });
    held.waiting[0]();
    await vi.waitFor(() => expect(held.waiting.length).toBe(2));
    const { rate, secondsLeft } = await caller.jobs.get({ id });
    expect(rate).toBeGreaterThan(0);
    expect(secondsLeft).toBeCloseTo(3 / rate!, 5);
    held.open();
  });

  it('is cancelled for good: what waits is dropped, also while it is worked on', async () => {
    const held = heldInference();
    const bench = await setUp({ inference: held.inference, lanes: 2 });
    const { caller, collectionId } = bench;
    const { job: id } = await caller.intake.files(formOf({ collectionId }, photoFiles(12)));
    await vi.waitFor(() => expect(held.waiting.length).toBe(2));
    const cancelled = await caller.jobs.cancel({ id });
    expect(cancelled).toMatchObject({ state: 'cancelled', progress: { cancelled: 12 } });
    expect(await bench.storage.database.$count(spool)).toBe(0);
    held.open();
    await setTimeout(100);
    expect(await names(bench)).toEqual([]);
    for (const change of ['pause', 'resume', 'cancel', 'retryFailed'] as const) {
      expect(await codeOf(caller.jobs[change]({ id }))).toBe('JOB_FINISHED');
    }
    expect(await codeOf(caller.intake.files(formOf({ job: id }, photoFiles(1))))).toBe(
      'JOB_FINISHED',
    );
  });

  it('notes failures by item, and tries those again that may do better', async () => {
    const inner = fake();
    let broken = true;
    const inference = {
      ...inner,
      captionPicture: (...args: Parameters<typeof inner.captionPicture>) =>
        broken && args[0][4] % 2 === 0
          ? Promise.reject(new NegarError('IMAGE_DAMAGED', 'It is \0damaged.'))
          : inner.captionPicture(...args),
    };
    const bench = await setUp({ inference });
    const { caller, collectionId } = bench;
    const files = [...photoFiles(4), new File(['text'], 'notes.txt')];
    const report = await caller.intake.files(formOf({ collectionId }, files));
    expect(report).toMatchObject({
      added: 4,
      bad: 1,
      badRows: [{ row: 5, name: 'notes.txt', code: 'IMAGE_TYPE_UNSUPPORTED' }],
    });
    const { job: id } = report;
    expect((await bench.until(id, 'done')).progress).toMatchObject({ done: 2, failed: 3 });
    const { items } = await caller.jobs.items({ id, state: 'failed' });
    expect(items.map(({ name, error, canRetry }) => [name, error?.code, canRetry])).toEqual([
      ['0.jpg', 'IMAGE_DAMAGED', true],
      ['2.jpg', 'IMAGE_DAMAGED', true],
      ['notes.txt', 'IMAGE_TYPE_UNSUPPORTED', false],
    ]);
    broken = false;
    await caller.jobs.retryFailed({ id });
    expect((await bench.until(id, 'done')).progress).toMatchObject({ done: 4, failed: 1 });
    expect((await caller.jobs.retryFailed({ id })).state).toBe('done');
  });

  it('waits while the model is loading', async () => {
    const inner = fake();
    let tries = 0;
    const model = () => {
      if (tries++ === 0) throw new NegarError('MODEL_NOT_READY', 'loading');
      return inner.model();
    };
    const bench = await setUp({ inference: { ...inner, model }, lanes: 1 });
    const { caller, collectionId } = bench;
    const { job } = await caller.intake.files(formOf({ collectionId }, photoFiles(1)));
    expect((await bench.until(job, 'done')).progress.done).toBe(1);
  });

  it('is listed, newest first, page by page, as are its items', async () => {
    const bench = await setUp();
    const { caller, collectionId } = bench;
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) {
      const { job } = await caller.intake.files(formOf({ collectionId }, photoFiles(3, i * 3)));
      await bench.until(job, 'done');
      ids.unshift(job);
    }
    const first = await caller.jobs.list({ limit: 2, collectionId });
    const cursor = first.nextCursor!;
    const second = await caller.jobs.list({ limit: 2, cursor, direction: 'forward' });
    expect([...first.jobs, ...second.jobs].map(({ id }) => id)).toEqual(ids);
    expect([second.nextCursor, second.jobs[0].progress.done]).toEqual([null, 3]);
    const page = await caller.jobs.items({ id: ids[0], limit: 2, direction: 'forward' });
    const rest = await caller.jobs.items({ id: ids[0], limit: 2, cursor: page.nextCursor! });
    expect([...page.items, ...rest.items].map(({ position }) => position)).toEqual([0, 1, 2]);
    expect(await codeOf(caller.jobs.get({ id: crypto.randomUUID() }))).toBe('RECORD_NOT_FOUND');
  });
});

describe('a process that died', () => {
  it('left items that the next one does again, and nothing else', async () => {
    const storage = await openMemoryStorage();
    const held = heldInference();
    const dead = await openBench({ storage, inference: held.inference, lanes: 3 });
    const { job } = await dead.caller.intake.files(
      formOf({ collectionId: dead.collectionId }, photoFiles(20)),
    );
    await vi.waitFor(() => expect(held.waiting.length).toBe(3));
    for (const finish of held.waiting.splice(0)) finish();
    await vi.waitFor(() => expect(held.waiting.length).toBe(3));
    // It never comes back from here: its captions are never finished.
    const bench = await setUp({ storage });
    await bench.jobs.open();
    expect((await bench.until(job, 'done')).progress.done).toBe(20);
    expect(bench.asked.length).toBe(17);
    expect((await names({ ...bench, collectionId: dead.collectionId })).length).toBe(20);
    held.open();
  });

  it('three times over one item is the fault of that item', async () => {
    const storage = await openMemoryStorage();
    const bench = await openBench({ storage, inference: heldInference().inference, lanes: 1 });
    const { job: id } = await bench.caller.intake.files(
      formOf({ collectionId: bench.collectionId }, photoFiles(2)),
    );
    for (let i = 0; i < 2; i++) {
      const held = heldInference();
      await (await openBench({ storage, inference: held.inference, lanes: 1 })).jobs.open();
      await vi.waitFor(() => expect(held.waiting.length).toBe(1));
    }
    const last = await setUp({ storage });
    await last.jobs.open();
    expect((await last.until(id, 'done')).progress).toMatchObject({ done: 1, failed: 1 });
    const { items } = await last.caller.jobs.items({ id, state: 'failed' });
    expect(items).toMatchObject([{ name: '0.jpg', error: { code: 'WORKER_CRASHED' } }]);
  });
});
