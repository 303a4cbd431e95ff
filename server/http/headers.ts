import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

/** Where Next serves the scripts of the page and of its workers. */
const SCRIPTS = '/_next/static/';

/**
 * What a Web Worker may do; browsers heed it of the script that a worker is started with. It compiles
 * WebAssembly, starts threads, and talks to no other server.
 */
const WORKER_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
].join('; ');

/**
 * Sets the security headers. The content security policy of pages allows scripts and styles of the
 * server itself and inline ones that carry the response's nonce; Next takes the nonce from the
 * request's copy of the policy.
 */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse): void {
  const policy = request.url?.startsWith(SCRIPTS) ? WORKER_POLICY : pagePolicy();
  request.headers['content-security-policy'] = policy;
  response.setHeader('content-security-policy', policy);
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
}

function pagePolicy(): string {
  const nonce = randomBytes(16).toString('base64');
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
