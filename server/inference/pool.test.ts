import { mkdtemp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { CaptionWord } from '../../models/captioner/result';
import { bundleServer } from '../../tools/build.mjs';
import { createModelsFolder } from '../testing/models-folder';
import type { WorkerNews } from './job';
import { InferencePool, type PoolObserver } from './pool';

const CACHE = fileURLToPath(new URL('../../.cache', import.meta.url));
/** About a second of decoding. */
const SLOW = { beamWidth: 10, maxWords: 50 };

let bundle: string;
let models: string;
let jpeg: Buffer;
let pool: InferencePool;
const pools: InferencePool[] = [];
const tensors: number[] = [];

beforeAll(async () => {
  await mkdir(CACHE, { recursive: true });
  bundle = await mkdtemp(join(CACHE, 'bundle-'));
  await bundleServer(bundle);
  models = await createModelsFolder();
  jpeg = await sharp({ create: { width: 320, height: 200, channels: 3, background: '#c89664' } })
    .jpeg()
    .toBuffer();
  pool = createPool({}, { onCaption: (_, usage) => tensors.push(usage.tensors) });
}, 120_000);

afterAll(async () => {
  await Promise.all(pools.map((created) => created.close()));
  await rm(bundle, { recursive: true });
  await rm(models, { recursive: true });
});

function createPool(
  changes: Partial<ConstructorParameters<typeof InferencePool>[1]> = {},
  observer: PoolObserver = {},
): InferencePool {
  const settings = {
    NEGAR_WORKERS: 1,
    NEGAR_QUEUE: 2,
    NEGAR_DEADLINE_SECONDS: 60,
    NEGAR_MODELS: models,
    ...changes,
  };
  const created = new InferencePool(join(bundle, 'worker.mjs'), settings, observer);
  pools.push(created);
  return created;
}

const photo = () => new Uint8Array(jpeg);
const idle = (target: InferencePool) =>
  vi.waitFor(() => expect(target.running + target.waiting).toBe(0), {
    timeout: 20_000,
    interval: 5,
  });
/** Until the only worker decodes words. */
const decoding = (signal?: AbortSignal) =>
  new Promise<{ end: Promise<unknown> }>((resolve) => {
    const end = pool.stream(photo(), () => resolve({ end }), { maxWords: 50 }, signal);
    end.catch(() => undefined);
  });

describe('captions', () => {
  it('captions a photo and says how long each stage took', async () => {
    const caption = await pool.caption(photo(), { candidates: 2 });
    expect(caption.candidates).toHaveLength(2);
    expect(caption.words[0].attention).toHaveLength(49);
    const { queue, image, prepare, encode, decode, total } = caption.timings;
    expect(queue + image + prepare + encode + decode).toBeCloseTo(total, -1);
    expect(pool.readyWorkers).toBe(1);
    expect(pool.model().id).toBe(caption.model.id);
  });

  it('streams the words of its result, as they are decoded', async () => {
    const words: CaptionWord[] = [];
    const { words: result, candidates } = await pool.stream(photo(), (word) => words.push(word), {
      maxWords: 6,
    });
    expect(words).toEqual(result);
    expect(words).toHaveLength(6);
    expect(candidates[0].text).toBe(words.map(({ text }) => text).join(' '));
    const searched = await pool.caption(photo(), { beamWidth: 1, maxWords: 6 });
    expect(searched.words).toEqual(words);
  });

  it('passes on what is wrong with a photo', async () => {
    const hopeless = pool.caption(new Uint8Array([1, 2, 3]), {});
    await expect(hopeless).rejects.toMatchObject({ code: 'IMAGE_TYPE_UNSUPPORTED' });
  });

  it('keeps no tensor', async () => {
    tensors.length = 0;
    await pool.caption(photo(), { maxWords: 5 });
    await pool.stream(photo(), () => undefined, { maxWords: 5 });
    await pool.caption(photo(), { maxWords: 5, temperature: 1, candidates: 2, beamWidth: 2 });
    expect(tensors).toHaveLength(3);
    expect(new Set(tensors).size).toBe(1);
  });
});

describe('limits', () => {
  it('refuses what the queue cannot hold, and takes photos again afterwards', async () => {
    const accepted = [1, 2, 3].map(() => pool.caption(photo(), {}));
    expect([pool.running, pool.waiting]).toEqual([1, 2]);
    await expect(pool.caption(photo(), {})).rejects.toMatchObject({ code: 'QUEUE_FULL' });
    expect(await Promise.all(accepted)).toHaveLength(3);
    expect([pool.running, pool.waiting]).toEqual([0, 0]);
    await pool.caption(photo(), {});
  });

  it('ends a photo that takes longer than the deadline, and goes on with the next', async () => {
    const hasty = createPool({ NEGAR_DEADLINE_SECONDS: 0.2 });
    await vi.waitFor(() => expect(hasty.readyWorkers).toBe(1), { timeout: 50_000 });
    await expect(hasty.caption(photo(), SLOW)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    await idle(hasty);
    expect(hasty.readyWorkers).toBe(1);
  });
});

describe('cancellation', () => {
  it('stops a running job at its next word, without replacing the worker', async () => {
    const caller = new AbortController();
    const { end } = await decoding(caller.signal);
    const started = performance.now();
    caller.abort();
    await expect(end).rejects.toMatchObject({ code: 'CANCELLED' });
    await idle(pool);
    console.log(`cancelled work stopped after ${Math.round(performance.now() - started)} ms`);
    expect(pool.readyWorkers).toBe(1);
  });

  it('removes a waiting job from the queue', async () => {
    const { end } = await decoding();
    const caller = new AbortController();
    const waiting = pool.caption(photo(), {}, caller.signal);
    expect(pool.waiting).toBe(1);
    caller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' });
    await vi.waitFor(() => expect(pool.waiting).toBe(0), { timeout: 20_000 });
    await end;
  });

  it('does not begin what is cancelled before', async () => {
    const cancelled = pool.caption(photo(), {}, AbortSignal.abort());
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(pool.running).toBe(0);
  });
});

describe('failures', () => {
  it('fails the job of a worker that dies, replaces the worker and goes on with the others', async () => {
    const { end } = await decoding();
    const next = pool.caption(photo(), {});
    const [thread] = pool['threads']['threads'].threads;
    await thread.terminate();
    await expect(end).rejects.toMatchObject({ code: 'WORKER_CRASHED' });
    expect((await next).candidates.length).toBeGreaterThan(0);
  });

  it('reports a model that cannot be loaded, and is not ready', async () => {
    const news: WorkerNews[] = [];
    const lost = createPool(
      { NEGAR_MODELS: join(models, 'elsewhere') },
      { onNews: (item) => news.push(item) },
    );
    await expect(lost.caption(photo(), {})).rejects.toMatchObject({ code: 'ARTEFACT_MISSING' });
    await vi.waitFor(() =>
      expect(news[0]).toMatchObject({ kind: 'failed', code: 'ARTEFACT_MISSING' }),
    );
    expect(() => lost.model()).toThrow(expect.objectContaining({ code: 'MODEL_NOT_READY' }));
  });

  it('fails what is left when it closes', async () => {
    const { end } = await decoding();
    const waiting = pool.caption(photo(), {});
    await Promise.all([
      expect(end).rejects.toMatchObject({ code: 'SHUTTING_DOWN' }),
      expect(waiting).rejects.toMatchObject({ code: 'SHUTTING_DOWN' }),
      pool.close(),
    ]);
  });
});
