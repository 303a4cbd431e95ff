import type { Logger } from 'pino';
import { storageFailure } from '../storage/failure';
import type { Database } from '../storage/storage';
import { deleteExpired } from './retention';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Deletes what is older than the retention allows, now and once a day. @returns what ends that. */
export function keepRetention(database: Database, log: Logger): () => void {
  const run = () => void deleteOld(database, log);
  const daily = setInterval(run, DAY_MS);
  daily.unref();
  run();
  return () => clearInterval(daily);
}

async function deleteOld(database: Database, log: Logger): Promise<void> {
  try {
    const items = await deleteExpired(database);
    if (items > 0) log.info({ items }, 'deleted what was older than the retention allows');
  } catch (error) {
    const { message } = storageFailure(error) ?? (error as Error);
    log.error({ message }, 'what is older than the retention allows was not deleted');
  }
}
