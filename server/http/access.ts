import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { NegarError } from '../../models/errors';
import { isLocal, type ServerSettings } from '../env';

type AccessSettings = Pick<ServerSettings, 'NEGAR_HOST' | 'NEGAR_PASSWORD' | 'NEGAR_ORIGINS'>;

const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];
const LOCAL_NAMES = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Decides whether a request may be answered.
 * @throws {NegarError} PASSWORD_REQUIRED; ORIGIN_FORBIDDEN for requests that another site's page
 *   makes; METHOD_NOT_ALLOWED for changes anywhere but in the API.
 */
export function checkAccess(request: IncomingMessage, settings: AccessSettings): void {
  checkHost(request, settings);
  checkPassword(request, settings);
  if (SAFE_METHODS.includes(request.method ?? '')) return;
  if (!request.url?.startsWith('/api/')) {
    throw new NegarError('METHOD_NOT_ALLOWED', 'Pages are only read. Send requests to /api/trpc.');
  }
  checkOrigin(request, settings);
}

/**
 * A server without a password trusts this machine, so a name that another site has pointed at this
 * machine (DNS rebinding) must not reach it.
 */
function checkHost({ headers }: IncomingMessage, settings: AccessSettings): void {
  if (settings.NEGAR_PASSWORD !== undefined || !isLocal(settings)) return;
  const host = headers.host ?? '';
  const known = settings.NEGAR_ORIGINS.map((origin) => new URL(origin).host);
  if (known.includes(host) || LOCAL_NAMES.includes(host.replace(/:\d+$/, ''))) return;
  throw new NegarError(
    'ORIGIN_FORBIDDEN',
    `This server is called localhost, not "${host}". Allow another name in NEGAR_ORIGINS.`,
  );
}

/** Any user name will do. */
function checkPassword({ headers }: IncomingMessage, { NEGAR_PASSWORD: password }: AccessSettings) {
  if (password === undefined) return;
  const [scheme, credentials = ''] = (headers.authorization ?? '').split(' ');
  const given = Buffer.from(credentials, 'base64')
    .toString()
    .replace(/^[^:]*:/, '');
  if (scheme.toLowerCase() === 'basic' && timingSafeEqual(digest(given), digest(password))) return;
  throw new NegarError(
    'PASSWORD_REQUIRED',
    'Send the password by HTTP basic authentication, with any user name.',
  );
}

/** Browsers tell the origin of every request that may change something; other clients send none. */
function checkOrigin({ headers }: IncomingMessage, { NEGAR_ORIGINS }: AccessSettings): void {
  const { origin, host } = headers;
  const own = [`http://${host}`, `https://${host}`];
  if (origin === undefined || own.includes(origin) || NEGAR_ORIGINS.includes(origin)) return;
  throw new NegarError(
    'ORIGIN_FORBIDDEN',
    `Pages of ${origin} may not use this server. Allow them in NEGAR_ORIGINS.`,
  );
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
