import { createHash } from 'node:crypto';

/** The picture that an address stands for. */
export interface Reference {
  /** SHA-256 of the picture, where the address holds the picture itself. */
  readonly hash?: string;
  /** Without a fragment; only where the host is known. */
  readonly url?: string;
  readonly host?: string;
  /** Segments of the path, decoded. */
  readonly path: readonly string[];
}

/** Stands for the address of a page that is unknown. */
const UNKNOWN = 'http://unknown.invalid/';

/** @param base address of the page; of a part of it where the rest is unknown. */
export function ofUrl(address: string, base?: string): Reference {
  const url = parse(address, parse(base ?? UNKNOWN, UNKNOWN)?.href ?? UNKNOWN);
  if (url?.protocol === 'data:') return { hash: hashOfData(url.href), path: [] };
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') return { path: [] };
  url.hash = '';
  const path = segments(url.pathname).map(decode);
  return url.href.startsWith(UNKNOWN) ? { path } : { url: url.href, host: url.host, path };
}

/** What relative addresses of a page start from. @param base of the page's `<base>`. */
export function baseOf(page: string | undefined, base: string | undefined): string | undefined {
  return base === undefined ? page : (parse(base, page ?? UNKNOWN)?.href ?? page);
}

/** @param path of a file, relative, with slashes. */
export function ofPath(path: string): Reference {
  return { path: segments(path.normalize()) };
}

function segments(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment).normalize();
  } catch {
    return segment;
  }
}

/** @param url `data:[<media type>][;base64],<data>`. */
function hashOfData(url: string): string {
  const comma = url.indexOf(',');
  const isBase64 = url.slice(0, comma).endsWith(';base64');
  const data = decode(url.slice(comma + 1));
  return createHash('sha256')
    .update(Buffer.from(data, isBase64 ? 'base64' : 'utf8'))
    .digest('hex');
}

function parse(address: string, base: string): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined;
}
