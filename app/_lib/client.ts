import { createTRPCClient, httpBatchStreamLink, httpLink, splitLink } from '@trpc/client';
import type { ErrorCode } from '../../models/errors';
import type { AppRouter } from '../../server/routers/app';
import { EngineError } from './engine';
import { BusyError, fetchOrSay } from './failure';

const options = { url: '/api/trpc', fetch: fetchAnswer };

/** Forms go out by themselves, the rest is answered as a stream. */
export const client = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ input }) => input instanceof FormData,
      true: httpLink(options),
      false: httpBatchStreamLink({ ...options, maxItems: 1 }),
    }),
  ],
});

/** @throws {BusyError | EngineError} what the server says; {UnreachableError} when it says nothing. */
async function fetchAnswer(address: RequestInfo | URL | string, init?: RequestInit) {
  const response = await fetchOrSay(address, init);
  const code = response.headers.get('x-negar-code') as ErrorCode | null;
  if (response.ok || code === null) return response;
  const retryAfter = Number(response.headers.get('retry-after'));
  if (response.status === 503 && retryAfter > 0) throw new BusyError(code, code, retryAfter);
  throw new EngineError(code, `The server answered ${code}.`);
}
