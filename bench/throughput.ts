import type { ModelSettings } from '../server/env';
import type { Photos } from './photos';
import { captionAgain, type ReadyPool, startPool } from './pool';

/** Captions a worker. */
const WARM_UP = 5;
const RUNS = 40;
/** Large photos that the peak of memory is read over. */
const LARGE_RUNS = 5;
const LOOK_EVERY_MS = 10;

export interface PoolReport {
  /** Captions of the small photo a second with 1 worker and with 2. */
  readonly captionsPerSecond: readonly [one: number, two: number];
  /** Loading and warming up the model in a worker while no other does, milliseconds. */
  readonly load: number;
  /** What one worker adds to the process's RSS at most, bytes, with photos of either size. */
  readonly workerMemory: number;
}

/** Measures pools of 1 and 2 workers. Nothing else may run in the process meanwhile. */
export async function measurePools(
  worker: string,
  models: ModelSettings,
  photos: Photos,
): Promise<PoolReport> {
  const [before, memory] = [process.memoryUsage.rss(), watchMemory()];
  const single = await startPool(worker, models, 1, photos.small);
  const one = await captionRate(single, photos.small);
  await captionAgain(single, photos.large, LARGE_RUNS);
  const workerMemory = memory.stop() - before;
  await single.pool.close();
  const pair = await startPool(worker, models, 2, photos.small);
  const two = await captionRate(pair, photos.small);
  await pair.pool.close();
  return { captionsPerSecond: [one, two], load: single.loading[0], workerMemory };
}

async function captionRate(ready: ReadyPool, photo: Uint8Array<ArrayBuffer>): Promise<number> {
  const workers = ready.loading.length;
  await captionAgain(ready, photo, WARM_UP * workers);
  const started = performance.now();
  await captionAgain(ready, photo, RUNS * workers);
  return (RUNS * workers) / ((performance.now() - started) / 1000);
}

/** Looks at the process's RSS until it is stopped. @returns the peak, bytes. */
function watchMemory(): { stop(): number } {
  let peak = 0;
  const look = () => (peak = Math.max(peak, process.memoryUsage.rss()));
  const timer = setInterval(look, LOOK_EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return look();
    },
  };
}
