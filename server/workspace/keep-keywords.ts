import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Logger } from 'pino';
import { setTimeout } from 'node:timers/promises';
import { toNegarError } from '../../models/errors';
import type { Inference } from '../inference/inference';
import { storageFailure } from '../storage/failure';
import { items } from '../storage/schema';
import type { Database } from '../storage/storage';

/** Items that are read at a time. */
const CHUNK = 32;
/** Between two looks for alt texts that nobody has read. */
const IDLE_MS = 2_000;
/** After something failed. */
const PAUSE_MS = 60_000;

/**
 * Stores the keywords of every alt text some seconds after it was written, whoever wrote it.
 * @returns what ends that, and settles once nothing is written any more.
 */
export function keepKeywords(
  database: Database,
  inference: Pick<Inference, 'keywords'>,
  log: Logger,
): () => Promise<void> {
  const ending = new AbortController();
  const { signal } = ending;
  const running = run();
  return () => {
    ending.abort();
    return running;
  };

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const pause = await readAltTexts(database, inference, signal).then(
        (read) => (read === CHUNK ? 0 : IDLE_MS),
        (error: unknown) => {
          const { code, message } = storageFailure(error) ?? toNegarError(error);
          if (!signal.aborted) log.warn({ code, message }, 'keywords are not stored');
          return PAUSE_MS;
        },
      );
      await setTimeout(pause, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}

/**
 * Reads some alt texts that have no keywords yet, the newest items first. What is written meanwhile
 * stays without until the next call.
 * @returns how many were read, {@link CHUNK} at most.
 * @throws {NegarError} as `keywords` of `Inference`.
 */
export async function readAltTexts(
  database: Database,
  inference: Pick<Inference, 'keywords'>,
  signal?: AbortSignal,
): Promise<number> {
  const { id, alt, keywords } = items;
  const unread = await database
    .select({ id, alt })
    .from(items)
    .where(isNull(keywords))
    .orderBy(desc(id))
    .limit(CHUNK);
  const texts = [...new Set(unread.map((item) => item.alt))];
  if (texts.length === 0) return 0;
  const found = await inference.keywords(texts, signal);
  for (const item of unread) {
    await database
      .update(items)
      .set({ keywords: found[texts.indexOf(item.alt)] })
      .where(and(eq(id, item.id), eq(alt, item.alt)));
  }
  return unread.length;
}
