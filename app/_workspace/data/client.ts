import {
  createTRPCClient,
  httpBatchLink,
  httpLink,
  splitLink,
  type TRPCClient,
} from '@trpc/client';
import { QueryClient } from '@tanstack/react-query';
import type { AppRouter } from '../../../server/routers/app';
import { fetchOrSay } from '../../_lib/failure';
import { codeOf, isPassing } from './trouble-code';

/** Calls that the server takes in one request. */
const MAX_BATCH = 10;
const TRIES = 3;
const FRESH_MS = 10_000;

/** Forms go out by themselves, calls of one moment together. */
export function createClient(): TRPCClient<AppRouter> {
  const options = { url: '/api/trpc', fetch: fetchOrSay };
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ input }) => input instanceof FormData,
        true: httpLink(options),
        false: httpBatchLink({ ...options, maxItems: MAX_BATCH }),
      }),
    ],
  });
}

/**
 * Asks a server that does not answer a few times more; without a network that waits for it. The
 * first try does not, since this machine's own server needs none.
 */
export function createQueryClient(): QueryClient {
  const retry = (tries: number, error: unknown) => tries < TRIES && isPassing(codeOf(error));
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry,
        networkMode: 'offlineFirst',
        staleTime: FRESH_MS,
        refetchOnWindowFocus: false,
      },
      mutations: { retry, networkMode: 'offlineFirst' },
    },
  });
}
