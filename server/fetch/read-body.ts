import type { Response } from 'undici';
import { NegarError } from '../../models/errors';

/**
 * The unpacked body of an answer, counted while it arrives, whatever its headers claim.
 * @throws {NegarError} ADDRESS_TOO_LARGE as soon as there are too many bytes.
 */
export async function readBody(
  response: Response,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const claimed = Number(response.headers.get('content-length') ?? 0);
  if (claimed > maxBytes) {
    await response.body?.cancel();
    throw tooLarge(response.url, maxBytes);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array;
    length += bytes.byteLength;
    if (length > maxBytes) throw tooLarge(response.url, maxBytes);
    chunks.push(bytes);
  }
  return concatenate(chunks, length);
}

function concatenate(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}

function tooLarge(address: string, maxBytes: number): NegarError {
  const limit = (maxBytes / 1024 / 1024).toFixed(1);
  return new NegarError('ADDRESS_TOO_LARGE', `${address} has more than ${limit} MB.`);
}
