import { toNegarError } from '../../models/errors';
import { storageFailure } from '../storage/failure';
import { getRuntime } from '../runtime';
import { noPicture } from '../workspace/missing';
import { type PictureFile, readOriginal, readThumbnail } from '../workspace/pictures';
import { refusal } from './refusal';

/** SHA-256, hexadecimal. */
const HASH = /^[0-9a-f]{64}$/;

/** Browsers may keep a picture for a day; its address names its content, so it never changes. */
const CACHE_CONTROL = 'private, max-age=86400, immutable';

/** Answers a request for the thumbnail of a picture, by its content hash. */
export function answerThumbnail(hash: string): Promise<Response> {
  return answer(hash, readThumbnail, 'inline');
}

/** The same for the file that was kept, which is to be saved and not shown. */
export function answerOriginal(hash: string): Promise<Response> {
  return answer(hash, readOriginal, 'attachment');
}

async function answer(
  hash: string,
  read: typeof readThumbnail,
  disposition: 'inline' | 'attachment',
): Promise<Response> {
  const { workspace, inference } = getRuntime();
  try {
    if (!HASH.test(hash)) throw noPicture();
    const { database } = await workspace.open();
    return served(await read(database, hash), disposition);
  } catch (error) {
    const { status, headers, body } = refusal(
      storageFailure(error) ?? toNegarError(error),
      inference.expectedWait(),
    );
    return new Response(body, { status, headers });
  }
}

function served({ bytes, type }: PictureFile, disposition: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': type,
      'content-length': String(bytes.byteLength),
      'content-disposition': disposition,
      'cache-control': CACHE_CONTROL,
    },
  });
}
