import { createTRPCClient, httpBatchStreamLink, httpLink, splitLink } from '@trpc/client';
import type { AppRouter } from 'negar/router';

/** A typed client of a server without a password. */
export function clientOf(url: string) {
  const options = { url: `${url}/api/trpc` };
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: ({ input }) => input instanceof FormData,
        true: httpLink(options),
        false: httpBatchStreamLink(options),
      }),
    ],
  });
}

export type Client = ReturnType<typeof clientOf>;
