import type { Logger } from 'pino';
import { toNegarError } from '../models/errors';
import type { WorkerNews } from './inference/job';
import { storageFailure } from './storage/failure';

/** What the programs of the server say about themselves. */

/** The result of a function, or the end of the process with the error's code and message. */
export function orExit<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code, message } = toNegarError(error);
    console.error(`negar: ${code}: ${message}`);
    return process.exit(1);
  }
}

/** Logs when a thread has loaded its model, or cannot. */
export function workerNewsLogger(log: Logger): (news: WorkerNews) => void {
  return (news) => {
    if (news.kind === 'failed') {
      const { code, message } = news;
      log.error({ code, message }, 'the model cannot be loaded');
      return;
    }
    const { thread, duration, manifest } = news;
    const model = `${manifest.id}@${manifest.version}`;
    log.info({ thread, model, milliseconds: Math.round(duration) }, 'a worker is ready');
  };
}

/** Logs what interrupts the work on jobs. */
export function jobErrorLogger(log: Logger): (error: unknown) => void {
  return (error) => {
    const { code, message } = storageFailure(error) ?? toNegarError(error);
    log.error({ code, message }, 'the work on jobs was interrupted');
  };
}
