import PQueue from 'p-queue';
import { type Agent, fetch, type Response } from 'undici';
import { isNegarError, NegarError } from '../../models/errors';
import { createGuardedDispatcher, type NetworkPolicy, PUBLIC_NETWORK } from './dispatcher';
import { parseAddress } from './parse-address';
import { readBody } from './read-body';

/** What the robots.txt of other servers calls this one. */
export const ROBOT = 'Negar';

const REQUESTS_PER_HOST = 4;
const MAX_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
/** For an answer with all its redirects and its body, without the wait for other requests. */
export const FETCH_SECONDS = 20;

export interface FetchOptions {
  readonly maxBytes: number;
  /** Media types to ask for; what comes must be recognised by its content. */
  readonly accept: string;
  /** Takes every answer, whatever its status, but redirects. */
  readonly anyStatus?: boolean;
  readonly signal?: AbortSignal;
}

export interface Fetched {
  /** Where the content was, after every redirect. */
  readonly url: string;
  readonly status: number;
  /** Content-Type of the answer, or empty. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * Fetches what other servers have, from the internet only. Each host is asked a few things at a time.
 * Nothing of this machine goes along: no cookies, no referrer, no password.
 */
export class Fetcher {
  private readonly dispatcher: Agent;
  private readonly hosts = new Map<string, PQueue>();

  constructor(
    policy: NetworkPolicy = PUBLIC_NETWORK,
    private readonly milliseconds = FETCH_SECONDS * 1000,
  ) {
    this.dispatcher = createGuardedDispatcher(policy);
  }

  /**
   * @throws {NegarError} ADDRESS_INVALID, ADDRESS_FORBIDDEN, ADDRESS_UNREACHABLE, also for an answer
   *   other than 2xx, ADDRESS_TOO_SLOW, ADDRESS_TOO_LARGE, ADDRESS_REDIRECTS, CANCELLED.
   */
  async fetch(address: string, options: FetchOptions): Promise<Fetched> {
    let url = parseAddress(address);
    let left = this.milliseconds;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const current = url;
      const answer = await this.queueOf(current.host).add(
        async () => {
          const started = performance.now();
          const result = await this.ask(current, left, options);
          left -= performance.now() - started;
          return result;
        },
        { throwOnTimeout: true },
      );
      if (!(answer instanceof URL)) return answer;
      url = answer;
    }
    throw new NegarError(
      'ADDRESS_REDIRECTS',
      `${address} leads from one address to the next more than ${MAX_REDIRECTS} times.`,
    );
  }

  async close(): Promise<void> {
    await this.dispatcher.destroy();
  }

  /** @returns the content, or where else it is. */
  private async ask(url: URL, milliseconds: number, options: FetchOptions): Promise<Fetched | URL> {
    const late = AbortSignal.timeout(Math.max(1, Math.ceil(milliseconds)));
    const signal = AbortSignal.any([late, ...(options.signal ? [options.signal] : [])]);
    try {
      options.signal?.throwIfAborted();
      const response = await fetch(url, {
        dispatcher: this.dispatcher,
        redirect: 'manual',
        headers: { accept: options.accept, 'user-agent': ROBOT },
        signal,
      });
      const { status, headers } = response;
      const target = redirectOf(response, url);
      if (!target && (response.ok || options.anyStatus)) {
        const bytes = await readBody(response, options.maxBytes);
        return { url: url.href, status, type: headers.get('content-type') ?? '', bytes };
      }
      await response.body?.cancel();
      if (target) return target;
      throw new NegarError(
        'ADDRESS_UNREACHABLE',
        `${url.href} was answered with the status ${status}.`,
      );
    } catch (cause) {
      throw toFetchError(cause, url, late, options.signal);
    }
  }

  private queueOf(host: string): PQueue {
    const known = this.hosts.get(host);
    if (known) return known;
    const queue = new PQueue({ concurrency: REQUESTS_PER_HOST });
    queue.on('idle', () => this.hosts.delete(host));
    this.hosts.set(host, queue);
    return queue;
  }
}

function redirectOf({ status, headers }: Response, base: URL): URL | undefined {
  const location = REDIRECTS.includes(status) ? headers.get('location') : null;
  return location === null ? undefined : parseAddress(location, base);
}

function toFetchError(
  cause: unknown,
  url: URL,
  late: AbortSignal,
  signal: AbortSignal | undefined,
): NegarError {
  if (isNegarError(cause)) return cause;
  const inner = cause instanceof Error ? cause.cause : undefined;
  if (isNegarError(inner)) return inner;
  if (signal?.aborted) return new NegarError('CANCELLED', 'The work was cancelled by the caller.');
  const reason = inner instanceof Error ? inner : cause;
  const code = (reason as { code?: string } | undefined)?.code ?? '';
  if (late.aborted || code.endsWith('_TIMEOUT')) {
    return new NegarError('ADDRESS_TOO_SLOW', `${url.href} did not answer in time. Try again.`, {
      cause,
    });
  }
  const because = code === '' ? '' : ` (${code})`;
  return new NegarError('ADDRESS_UNREACHABLE', `${url.href} cannot be reached${because}.`, {
    cause,
  });
}
