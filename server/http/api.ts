import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { ERROR_CODES, isNegarError, type NegarError } from '../../models/errors';
import { fromTRPCError } from '../errors';
import { appRouter } from '../routers/app';
import { getRuntime } from '../runtime';
import { createContextInner } from '../trpc';
import { receive } from './body';
import { refusal } from './refusal';

/** Where the routers are served. */
const ENDPOINT = '/api/trpc';
/** Calls that one request may hold. */
const MAX_BATCH = 10;

/** Answers a request to the routers; its connection, origin and password are checked already. */
export async function answer(request: Request): Promise<Response> {
  const { log, ...context } = getRuntime();
  const { inference } = context;
  const refuse = (error: NegarError) => refusal(error, inference.expectedWait());
  try {
    return await fetchRequestHandler({
      endpoint: ENDPOINT,
      req: await receive(request),
      router: appRouter,
      createContext: () => createContextInner(context),
      maxBatchSize: MAX_BATCH,
      responseMeta({ errors: [error] }) {
        return error ? { headers: new Headers(refuse(fromTRPCError(error)).headers) } : {};
      },
      onError({ error, path }) {
        const { code, message, stack, cause } = fromTRPCError(error);
        if (ERROR_CODES[code].status !== 500) return;
        const requestId = request.headers.get('x-request-id');
        log.error({ requestId, path, code, message, stack, cause }, 'a procedure failed');
      },
    });
  } catch (error) {
    if (!isNegarError(error)) throw error;
    const { status, headers, body } = refuse(error);
    return new Response(body, { status, headers });
  }
}
