import { NegarError, toNegarError } from '../../models/errors';
import type { Fetched, Fetcher } from '../fetch/fetcher';
import { parseAddress } from '../fetch/parse-address';
import { type Found, MAX_TEXT, nameOf } from './found';
import { plainText } from '../workspace/plain-text';
import { findImages, type PageImage } from './html';
import { Robots } from './robots';

const MAX_PAGE_BYTES = 5 * 1024 * 1024;
/** Most pictures that are taken from a page. */
const MAX_IMAGES = 2000;
/** Most other hosts whose robots.txt is asked for. */
const MAX_HOSTS = 50;
/** Bytes at the start of a page that must tell its encoding. */
const PRESCAN_BYTES = 1024;

/**
 * Finds the pictures of one page, each address once, with their alt text and what stands around them.
 * Those that robots.txt forbids to fetch, that are inside the page (`data:`), or too small to show
 * anything are bad rows that say so.
 * @throws {NegarError} what `Fetcher` throws; ROBOTS_FORBIDDEN, PAGE_INVALID.
 */
export async function* readPage(
  address: string,
  fetcher: Pick<Fetcher, 'fetch'>,
  signal?: AbortSignal,
): AsyncGenerator<Found> {
  const robots = new Robots(fetcher, signal);
  const { href } = parseAddress(address);
  await robots.check(href);
  const page = await fetcher.fetch(href, {
    maxBytes: MAX_PAGE_BYTES,
    accept: 'text/html, application/xhtml+xml',
    signal,
  });
  const seen = new Set<string>();
  const hosts = new Set<string>();
  for (const [index, image] of findImages(decode(page), page.url).slice(0, MAX_IMAGES).entries()) {
    const url = image.addresses.find((one) => /^https?:/.test(one));
    if (url !== undefined && seen.has(url)) continue;
    if (url !== undefined) hosts.add(new URL(url).host);
    const source = {
      kind: 'url',
      url: shown(url ?? image.addresses[0] ?? ''),
      page: page.url,
    } as const;
    const about = { row: index + 1, name: nameOf(url ?? ''), source };
    try {
      const reason = reasonToSkip(image, url, hosts.size);
      if (reason) throw new NegarError('IMAGE_SKIPPED', reason);
      seen.add(source.url);
      await robots.check(source.url);
      yield {
        ...about,
        presentAlt: image.alt === undefined ? undefined : plainText(image.alt, MAX_TEXT),
        context: plainText(image.context, MAX_TEXT) || undefined,
      };
    } catch (error) {
      yield { ...about, error: toNegarError(error) };
    }
  }
}

function reasonToSkip(
  image: PageImage,
  url: string | undefined,
  hosts: number,
): string | undefined {
  if (image.addresses[0]?.startsWith('data:') && url === undefined) {
    return 'The picture is inside the page (data:), not at an address of its own.';
  }
  if (url === undefined) return 'The picture has no address that can be fetched.';
  if (image.isTiny) return 'The picture is a pixel or two large: it counts readers or fills a gap.';
  if (hosts > MAX_HOSTS) return `The page has pictures of more than ${MAX_HOSTS} servers.`;
  return undefined;
}

/** A whole address, or the beginning of one that holds its content. */
function shown(address: string): string {
  return address.startsWith('data:') ? address.slice(0, 40) : address;
}

/** @throws {NegarError} PAGE_INVALID when the content is no text with tags, whatever its type says. */
function decode({ bytes, type, url }: Fetched): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES));
  const charset = start.startsWith('\xEF\xBB\xBF')
    ? 'utf-8'
    : (charsetOf(type) ?? charsetOf(start) ?? 'utf-8');
  const html = decoderOf(charset).decode(bytes);
  if (!html.slice(0, PRESCAN_BYTES).includes('\0') && html.includes('<')) return html;
  throw new NegarError(
    'PAGE_INVALID',
    `${url} is no web page. Give the address of a page, not of a picture.`,
  );
}

function charsetOf(text: string): string | undefined {
  return /charset\s*=\s*["']?([\w-]+)/i.exec(text)?.[1];
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
