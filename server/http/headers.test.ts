import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, it } from 'vitest';
import { setSecurityHeaders } from './headers';

/** The directives of the policy that an address is answered with. */
function policyOf(url: string): string[] {
  const headers = new Map<string, string>();
  const request = { url, headers: {} } as IncomingMessage;
  const setHeader = (name: string, value: string) => headers.set(name, value);
  setSecurityHeaders(request, { setHeader } as unknown as ServerResponse);
  expect(request.headers['content-security-policy']).toBe(headers.get('content-security-policy'));
  expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  return headers.get('content-security-policy')!.split('; ');
}

it('lets pages start workers of the server, and compile nothing', () => {
  const policy = policyOf('/fa?settings=%2F_next%2Fstatic%2F');
  expect(policy).toContain("worker-src 'self'");
  expect(policy).toContainEqual(
    expect.stringMatching(/^script-src 'self' 'nonce-[^']+' 'strict-dynamic'$/),
  );
});

it('lets workers compile WebAssembly, and talk to the server alone', () => {
  expect(policyOf('/_next/static/chunks/worker.js')).toEqual([
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    "connect-src 'self'",
  ]);
});
