import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client';
import type { AppRouter } from '../../server/routers/app';

export const client = createTRPCClient<AppRouter>({ links: [httpLink({ url: '/api/trpc' })] });

/** What to tell people about a failed call. */
export function describeError(error: unknown): string {
  if (!(error instanceof TRPCClientError)) return 'Something failed in this page. Reload it.';
  const { data, message } = error as TRPCClientError<AppRouter>;
  return data ? message : 'The server does not answer. Is it running?';
}
