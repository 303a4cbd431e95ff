import { type ErrorCode, isNegarError, NegarError, toNegarError } from '../../models/errors';
import { MAX_IMAGE_BYTES } from '../../models/photo/limits';
import type { CaptionOptions } from '../../models/captioner/options';
import type { Fetcher } from '../fetch/fetcher';
import type { Inference } from '../inference/inference';
import { checkPicture } from '../intake/found';
import { storageFailure } from '../storage/failure';
import type { Database } from '../storage/storage';
import { findCaption, hashOf } from '../workspace/caption-store';
import { type Captioned, storeItem } from '../workspace/store-item';
import { failItem, type JobItem, readSpool, releaseItem } from './claims';
import { optionsOf } from './read-jobs';

/** What working on an item takes. */
export interface Tools {
  readonly database: Database;
  readonly inference: Inference;
  readonly fetcher: Pick<Fetcher, 'fetch'>;
}

/** Times that an item may be begun; one that ends its process each time is to blame. */
const MAX_ATTEMPTS = 3;

/** Failures that say nothing about the item: it waits for better times. */
const PASSING: readonly ErrorCode[] = [
  'MODEL_NOT_READY',
  'SHUTTING_DOWN',
  'CANCELLED',
  'WORKSPACE_UNAVAILABLE',
];

/**
 * Captions an item of a job and stores the caption, or notes why that failed.
 * @returns false where the item had to be put back, so that it is better to wait before the next one.
 * @throws what the database throws.
 */
export async function workOn(tools: Tools, item: JobItem): Promise<boolean> {
  try {
    if (item.attempts > MAX_ATTEMPTS) throw endedItsProcess();
    await captionItem(tools, item);
  } catch (cause) {
    if (!isNegarError(cause) && storageFailure(cause)) throw cause;
    const error = toNegarError(cause);
    const isPassing = PASSING.includes(error.code);
    if (isPassing) await releaseItem(tools.database, item);
    else await failItem(tools.database, item, error);
    return !isPassing;
  }
  return true;
}

async function captionItem(tools: Tools, item: JobItem): Promise<void> {
  const bytes = await readFile(tools, item);
  checkPicture(bytes);
  const options = await optionsOf(tools.database, item.jobId);
  const hash = hashOf(bytes);
  const model = tools.inference.model();
  const about = { jobItemId: item.id, hash, bytes };
  const stored = await findCaption(tools.database, { hash, model, options });
  if (stored) {
    const isKept = await storeItem(tools.database, { ...about, found: stored }).then(
      () => true,
      (error: unknown) => {
        // Somebody deleted the caption meanwhile.
        if (isNegarError(error) && error.code === 'RECORD_NOT_FOUND') return false;
        throw error;
      },
    );
    if (isKept) return;
  }
  await storeItem(tools.database, { ...about, found: await caption(tools, bytes, options) });
}

async function caption(
  { inference }: Tools,
  bytes: Uint8Array<ArrayBuffer>,
  options: CaptionOptions,
): Promise<Captioned['found']> {
  const { byteLength: byteCount } = bytes;
  const result = await inference.captionPicture(bytes.slice(), options);
  return { caption: result.caption, picture: { ...result.picture, byteCount } };
}

/** The file that came with the item, or what its address has. */
async function readFile(
  { database, fetcher }: Tools,
  item: JobItem,
): Promise<Uint8Array<ArrayBuffer>> {
  const spooled = await readSpool(database, item);
  if (spooled) return spooled;
  const { source } = item;
  if (source.kind !== 'url') {
    throw new NegarError('FILE_NOT_FOUND', 'The file is no longer here. Upload it again.');
  }
  const accept = 'image/*';
  return (await fetcher.fetch(source.url, { maxBytes: MAX_IMAGE_BYTES, accept })).bytes;
}

function endedItsProcess(): NegarError {
  return new NegarError(
    'WORKER_CRASHED',
    `The process that worked on it ended ${MAX_ATTEMPTS} times. The picture may be to blame.`,
  );
}
