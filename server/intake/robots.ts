import robotsParser from 'robots-parser';
import { isNegarError, NegarError } from '../../models/errors';
import { type Fetcher, ROBOT } from '../fetch/fetcher';

/** How much of a robots.txt is read at least (RFC 9309, section 2.5). */
const MAX_BYTES = 512 * 1024;

type Rules = (url: string) => boolean;

/**
 * What other servers allow robots to fetch (RFC 9309): everything where there is no robots.txt,
 * nothing where it cannot be had.
 */
export class Robots {
  private readonly known = new Map<string, Promise<Rules>>();

  constructor(
    private readonly fetcher: Pick<Fetcher, 'fetch'>,
    private readonly signal?: AbortSignal,
  ) {}

  /** @throws {NegarError} ROBOTS_FORBIDDEN; ADDRESS_FORBIDDEN where no server may be asked at all. */
  async check(url: string): Promise<void> {
    const { origin } = new URL(url);
    let rules = this.known.get(origin);
    if (!rules) {
      rules = this.read(`${origin}/robots.txt`);
      this.known.set(origin, rules);
    }
    if ((await rules)(url)) return;
    throw new NegarError(
      'ROBOTS_FORBIDDEN',
      `The robots.txt of ${origin} does not let ${ROBOT} fetch ${url}, or cannot be had. Upload the pictures instead.`,
    );
  }

  private async read(address: string): Promise<Rules> {
    const options = { maxBytes: MAX_BYTES, accept: 'text/plain', anyStatus: true };
    try {
      const { status, bytes } = await this.fetcher.fetch(address, {
        ...options,
        signal: this.signal,
      });
      if (status >= 500) return () => false;
      if (status >= 400) return () => true;
      const robots = robotsParser(address, new TextDecoder().decode(bytes));
      return (url) => robots.isAllowed(url, ROBOT) !== false;
    } catch (error) {
      if (isNegarError(error) && error.code === 'ADDRESS_FORBIDDEN') throw error;
      return () => false;
    }
  }
}
