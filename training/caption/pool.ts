import { createWorkerPool, type WorkerPool } from '../worker-pool';
import { type Backend, isOnGpu } from '../backend';

/** The functions of the workers of a training run. */
export type TrainingPool = WorkerPool<typeof import('./worker')>;

const MODULE = new URL('./worker.ts', import.meta.url);

/**
 * Starts the workers of a training run. On a graphics card one thread computes everything but the
 * search for captions: that is a thousand small steps one after another, which the other threads
 * are faster at, on WASM.
 */
export function createTrainingPool(backend: Backend, threads: number): TrainingPool {
  if (!isOnGpu(backend)) return createWorkerPool(MODULE, threads, backend);
  const gpu: TrainingPool = createWorkerPool(MODULE, 1, backend);
  const cpu: TrainingPool = createWorkerPool(MODULE, threads, 'wasm');
  return {
    run: (name, task) => (name === 'caption' ? cpu : gpu).run(name, task),
    close: async () => void (await Promise.all([gpu.close(), cpu.close()])),
  };
}
