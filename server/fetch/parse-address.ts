import { NegarError } from '../../models/errors';

/** Longest address, characters. */
const MAX_LENGTH = 8192;

/**
 * Reads an address of the web.
 * @param base what it is relative to.
 * @throws {NegarError} ADDRESS_INVALID unless it is an http or https address without a password.
 */
export function parseAddress(address: string, base?: URL): URL {
  const url =
    address.length <= MAX_LENGTH && URL.canParse(address, base?.href)
      ? new URL(address, base)
      : undefined;
  const isHttp = url?.protocol === 'http:' || url?.protocol === 'https:';
  if (url && isHttp && url.username === '' && url.password === '') return url;
  throw new NegarError(
    'ADDRESS_INVALID',
    `"${address.slice(0, 100)}" is not an address to fetch. Give a whole one that begins with http:// or https://, without a user name.`,
  );
}
