import type { ModelSettings } from '../server/env';
import type { WorkerUsage } from '../server/inference/job';
import { InferencePool } from '../server/inference/pool';

const OPTIONS = { beamWidth: 3 };

/** A pool whose workers have loaded their models. */
export interface ReadyPool {
  readonly pool: InferencePool;
  /** What each worker took to load and warm up, milliseconds. */
  readonly loading: readonly number[];
}

/**
 * Starts a pool and captions a photo until all of its workers have loaded their models.
 * @param worker path of the bundled program of the threads.
 * @throws {NegarError} when the model cannot be loaded.
 */
export async function startPool(
  worker: string,
  models: ModelSettings,
  workers: number,
  photo: Uint8Array<ArrayBuffer>,
  onUsage: (usage: WorkerUsage) => void = () => undefined,
): Promise<ReadyPool> {
  const settings = {
    ...models,
    NEGAR_WORKERS: workers,
    NEGAR_QUEUE: workers,
    NEGAR_DEADLINE_SECONDS: 60,
  };
  const loading: number[] = [];
  const pool = new InferencePool(worker, settings, {
    onCaption: (_caption, usage) => onUsage(usage),
    onNews: (news) => void (news.kind === 'ready' && loading.push(news.duration)),
  });
  do await pool.caption(photo.slice(), OPTIONS);
  while (loading.length < workers);
  return { pool, loading };
}

/**
 * Captions a photo again and again, two at once for each worker, so that no worker waits.
 * @param onCaption is called after each caption with the number of captions so far.
 */
export async function captionAgain(
  { pool, loading }: ReadyPool,
  photo: Uint8Array<ArrayBuffer>,
  captions: number,
  onCaption: (done: number) => void = () => undefined,
): Promise<void> {
  let begun = 0;
  let done = 0;
  const client = async () => {
    while (begun < captions) {
      begun++;
      await pool.caption(photo.slice(), OPTIONS);
      onCaption(++done);
    }
  };
  await Promise.all(Array.from({ length: 2 * loading.length }, client));
}
