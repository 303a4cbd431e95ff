import { workerData } from 'node:worker_threads';
import { Piscina } from 'piscina';
import type { Backend } from './backend';

/** Worker threads that run the exported functions of one TypeScript module. */
export interface WorkerPool<Functions> {
  run<Name extends keyof Functions>(
    name: Name,
    task: Argument<Functions[Name]>,
  ): Promise<Result<Functions[Name]>>;
  close(): Promise<void>;
}

type Argument<F> = F extends (task: infer A) => unknown ? A : never;
type Result<F> = F extends (task: never) => Promise<infer R> ? R : never;

/** What a pool tells its threads. */
interface ThreadSettings {
  readonly module: string;
  readonly backend: Backend;
}

/** The backend that this thread's pool was started with; WASM outside of pools. */
export const backendOfThread = (workerData as ThreadSettings | null)?.backend ?? 'wasm';

/** @param module address of the module, such as `new URL('./worker.ts', import.meta.url)`. */
export function createWorkerPool<Functions>(
  module: URL,
  threads: number,
  backend: Backend = 'wasm',
): WorkerPool<Functions> {
  const pool = new Piscina({
    filename: new URL('./worker-entry.mjs', import.meta.url).href,
    workerData: { module: module.href, backend } satisfies ThreadSettings,
    minThreads: threads,
    maxThreads: threads,
  });
  return {
    run: (name, task) => pool.run({ name, task }) as never,
    close: () => pool.destroy(),
  };
}
