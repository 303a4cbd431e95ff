import type { ModelSettings } from '../server/env';
import { captionAgain, startPool } from './pool';
import { slope } from './statistics';

const WORKERS = 2;
/** Captions until memory is expected to stay as it is. */
const WARM_UP = 500;
const LOOK_EVERY = 10;

export interface SoakReport {
  readonly captions: number;
  /** Growth of the process's RSS, server and workers together, bytes a caption. */
  readonly growth: number;
  /** RSS after the warm-up and at the end, bytes. */
  readonly memory: readonly [first: number, last: number];
  /** Counts of tensors that workers held between captions after the warm-up; one if they are flat. */
  readonly tensors: readonly number[];
}

/**
 * Captions a photo again and again and watches what the process holds.
 * @param captions after the warm-up.
 */
export async function soak(
  worker: string,
  models: ModelSettings,
  photo: Uint8Array<ArrayBuffer>,
  captions: number,
  onLook: (captions: number, memory: number) => void,
): Promise<SoakReport> {
  const tensors = new Set<number>();
  const ready = await startPool(worker, models, WORKERS, photo, ({ tensors: count }) =>
    tensors.add(count),
  );
  await captionAgain(ready, photo, WARM_UP);
  tensors.clear();
  const looks: [captions: number, memory: number][] = [];
  await captionAgain(ready, photo, captions, (done) => {
    if (done % LOOK_EVERY > 0) return;
    const memory = process.memoryUsage.rss();
    looks.push([done, memory]);
    onLook(done, memory);
  });
  await ready.pool.close();
  return {
    captions,
    growth: slope(looks),
    memory: [looks[0][1], looks[looks.length - 1][1]],
    tensors: [...tensors],
  };
}
