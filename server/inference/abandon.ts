import { hasStarted } from './cancellation';
import type { Job } from './job';

/** After this long without an answer to its cancellation, a job's worker is replaced. */
const STUCK_AFTER_MS = 5_000;
/** After this long, a cancelled job that no worker has taken up is removed from the queue. */
const UNSEEN_AFTER_MS = 50;

/** Sees to it that a cancelled job frees its place: in the queue soon, in a worker in any case. */
export async function abandon(
  job: Job,
  running: Promise<unknown>,
  removal: AbortController,
): Promise<void> {
  const unseen = setTimeout(() => hasStarted(job.flags) || removal.abort(), UNSEEN_AFTER_MS);
  const stuck = setTimeout(() => removal.abort(), STUCK_AFTER_MS);
  await running.catch(() => undefined);
  clearTimeout(unseen);
  clearTimeout(stuck);
}
