import { NegarError } from '../../models/errors';
import { MAX_IMAGE_BYTES } from '../../models/photo/limits';

/** Largest body of a request, in bytes: the largest photo in base64, and a little around it. */
export const MAX_BODY_BYTES = Math.ceil(MAX_IMAGE_BYTES / 3) * 4 + 64 * 1024;

/** @throws {NegarError} BODY_TOO_LARGE. */
export function checkBodyLength(bytes: number): void {
  if (bytes <= MAX_BODY_BYTES) return;
  const limit = Math.floor(MAX_BODY_BYTES / 1024 / 1024);
  throw new NegarError(
    'BODY_TOO_LARGE',
    `The request has more than ${limit} MB. Send a smaller photo, or one with more compression.`,
  );
}

/**
 * The request with its body in memory, counted while it arrives, whatever its headers claim.
 * @throws {NegarError} BODY_TOO_LARGE as soon as there are too many bytes; CANCELLED when the client
 *   leaves before the end.
 */
export async function receive(request: Request): Promise<Request> {
  if (!request.body) return request;
  const { url, method, headers, signal } = request;
  const body = await readAll(request.body.getReader());
  return new Request(url, { method, headers, signal, body });
}

async function readAll(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new NegarError('CANCELLED', 'The request ended before its body did.', { cause });
    });
    if (done) return new Blob(chunks);
    bytes += value.byteLength;
    try {
      checkBodyLength(bytes);
    } catch (error) {
      void discard(reader);
      throw error;
    }
    chunks.push(value as Uint8Array<ArrayBuffer>);
  }
}

/** Reads on, so that a client that sends everything before it listens comes to hear the answer. */
async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // The connection is closed.
  }
}
