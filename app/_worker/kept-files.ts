import { sha256 } from '../../models/artefact/hash';
import type { FileEntry } from '../../models/artefact/manifest';
import { NegarError } from '../../models/errors';
import { MODEL_CACHE } from '../_lib/private/model-cache';

type Bytes = Uint8Array<ArrayBuffer>;

/** Files of the server that this browser keeps, for all tabs and without a network. */
export class KeptFiles {
  private constructor(private readonly cache: Cache) {}

  static async open(): Promise<KeptFiles> {
    return new KeptFiles(await caches.open(MODEL_CACHE));
  }

  /**
   * A file whose content is known by its hash, which is part of its address. A kept copy that is
   * damaged is dropped and fetched again; only what has the right hash is kept.
   * @param onBytes is told how many bytes have arrived, less those that arrived damaged.
   * @throws {NegarError} MODEL_NOT_READY when it does not arrive; ARTEFACT_DAMAGED.
   */
  async file(address: string, expected: FileEntry, onBytes: (bytes: number) => void) {
    const kept = await this.cache.match(address);
    if (kept) {
      const content = await contentOf(kept, onBytes);
      if ((await sha256(content)) === expected.sha256) return content;
      onBytes(-content.length);
      await this.cache.delete(address);
    }
    return this.fetch(address, expected, onBytes);
  }

  /**
   * A file that may change: the server's, or the kept copy where the server cannot be reached.
   * @throws {NegarError} MODEL_NOT_READY.
   */
  async latest(address: string): Promise<Bytes> {
    try {
      return await contentOf(await request(address, 'no-cache'));
    } catch (error) {
      const kept = await this.cache.match(address);
      if (!kept) throw error;
      return contentOf(kept);
    }
  }

  async keep(address: string, content: Bytes): Promise<void> {
    await this.cache.put(address, new Response(content));
  }

  /** Drops the files whose path matches, but for these. */
  async dropOthers(path: RegExp, addresses: readonly string[]): Promise<void> {
    const wanted = new Set(addresses.map((address) => new URL(address, location.origin).href));
    const outdated = (await this.cache.keys()).filter(
      ({ url }) => path.test(new URL(url).pathname) && !wanted.has(url),
    );
    await Promise.all(outdated.map((entry) => this.cache.delete(entry)));
  }

  private async fetch(address: string, expected: FileEntry, onBytes: (bytes: number) => void) {
    for (const mode of ['default', 'reload'] as const) {
      const content = await contentOf(await request(address, mode), onBytes);
      if ((await sha256(content)) === expected.sha256) {
        await this.keep(address, content);
        return content;
      }
      onBytes(-content.length);
    }
    throw new NegarError(
      'ARTEFACT_DAMAGED',
      `The file ${address} does not have the sha256 of its manifest. Try again later.`,
    );
  }
}

async function request(address: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(address, { cache }).catch((cause: unknown) => {
    throw notArrived(address, 'the server cannot be reached', cause);
  });
  if (!response.ok) throw notArrived(address, `the server answered ${response.status}`);
  return response;
}

async function contentOf(
  response: Response,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<Bytes> {
  const counter = new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
    transform(chunk, stream) {
      onBytes(chunk.length);
      stream.enqueue(chunk as Uint8Array<ArrayBuffer>);
    },
  });
  try {
    const counted = new Response(response.body?.pipeThrough(counter));
    return new Uint8Array(await counted.arrayBuffer());
  } catch (cause) {
    throw notArrived(response.url, 'the connection broke off', cause);
  }
}

function notArrived(address: string, why: string, cause?: unknown): NegarError {
  return new NegarError(
    'MODEL_NOT_READY',
    `The model could not be downloaded: ${why} (${address}). Check the connection and try again.`,
    { cause },
  );
}
