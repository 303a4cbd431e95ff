import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { readServerSettings } from '../env';
import { checkAccess } from './access';

type Headers = Record<string, string>;

/** The code that a request is refused with; undefined when it is let through. */
function refusalOf(
  { method = 'GET', url = '/', ...headers }: Headers,
  environment: Record<string, string> = {},
): string | undefined {
  const request = { method, url, headers: { host: 'localhost:3000', ...headers } };
  try {
    checkAccess(request as unknown as IncomingMessage, readServerSettings(environment));
    return undefined;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const post = { method: 'POST', url: '/api/trpc/caption.create' };

describe('password', () => {
  const environment = { NEGAR_PASSWORD: 'pass:word ü' };

  it.each([
    [{}],
    [{ authorization: basic('user:wrong') }],
    [{ authorization: basic('') }],
    [{ authorization: 'Basic' }],
    [{ authorization: `Bearer ${Buffer.from(':pass:word ü').toString('base64')}` }],
  ])('refuses %j', (headers) => {
    expect(refusalOf(headers, environment)).toBe('PASSWORD_REQUIRED');
  });

  it('takes the password with any user name', () => {
    expect(refusalOf({ authorization: basic('user:pass:word ü') }, environment)).toBeUndefined();
    expect(refusalOf({ authorization: basic(':pass:word ü') }, environment)).toBeUndefined();
  });
});

describe('origin', () => {
  it('lets through changes from its own pages and from clients that are no browsers', () => {
    expect(refusalOf({ ...post, origin: 'http://localhost:3000' })).toBeUndefined();
    expect(refusalOf(post)).toBeUndefined();
  });

  it.each(['http://evil.example', 'http://localhost:4000', 'null'])(
    'refuses changes from pages of %s',
    (origin) => expect(refusalOf({ ...post, origin })).toBe('ORIGIN_FORBIDDEN'),
  );

  it('lets through the origins that are allowed', () => {
    const environment = { NEGAR_ORIGINS: 'https://a.example' };
    expect(refusalOf({ ...post, origin: 'https://a.example' }, environment)).toBeUndefined();
    expect(refusalOf({ ...post, origin: 'https://b.example' }, environment)).toBe(
      'ORIGIN_FORBIDDEN',
    );
  });
});

describe('host', () => {
  it.each(['localhost:3000', '127.0.0.1', '[::1]:80'])('answers to %s', (host) => {
    expect(refusalOf({ host })).toBeUndefined();
  });

  it('answers to no name that another site has pointed at it', () => {
    expect(refusalOf({ host: 'evil.example:3000' })).toBe('ORIGIN_FORBIDDEN');
    const environment = { NEGAR_ORIGINS: 'https://a.example' };
    expect(refusalOf({ host: 'a.example' }, environment)).toBeUndefined();
  });

  it('answers to any name where there is a password', () => {
    const authorization = basic(':long enough');
    const environment = { NEGAR_PASSWORD: 'long enough' };
    expect(refusalOf({ host: 'a.example', authorization }, environment)).toBeUndefined();
  });
});

it('takes changes in the API only', () => {
  expect(refusalOf({ method: 'POST' })).toBe('METHOD_NOT_ALLOWED');
  expect(refusalOf({ method: 'PUT', url: '/icon.svg' })).toBe('METHOD_NOT_ALLOWED');
});
