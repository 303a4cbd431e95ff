import type { Logger } from 'pino';
import type { Context } from './trpc';

/**
 * What lives once in the process. The server and Next's routes are bundled apart and have their own
 * copies of every module, so they meet on `globalThis`.
 */
export interface Runtime extends Context {
  readonly log: Logger;
}

const KEY = Symbol.for('negar.runtime');

const shared = globalThis as { [KEY]?: Runtime };

export function setRuntime(runtime: Runtime): void {
  shared[KEY] = runtime;
}

export function getRuntime(): Runtime {
  const runtime = shared[KEY];
  if (runtime) return runtime;
  throw new Error('The routes work only in the server that `npm start` starts.');
}
