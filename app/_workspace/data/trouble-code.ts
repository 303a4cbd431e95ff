import { TRPCClientError } from '@trpc/client';
import type { AppRouter } from '../../../server/routers/app';
import { type FailureCode, UnreachableError } from '../../_lib/failure';

const PASSING: readonly FailureCode[] = [
  'SERVER_UNREACHABLE',
  'QUEUE_FULL',
  'MODEL_NOT_READY',
  'SHUTTING_DOWN',
  'WORKSPACE_UNAVAILABLE',
];

/** What the server tells of a failed call, if it tells anything. */
export function answerOf(error: unknown): TRPCClientError<AppRouter>['data'] | undefined {
  return error instanceof TRPCClientError ? (error as TRPCClientError<AppRouter>).data : undefined;
}

export function codeOf(error: unknown): FailureCode {
  const answer = answerOf(error);
  if (answer) return answer.negarCode;
  const cause = error instanceof TRPCClientError ? error.cause : error;
  // An answer that is no JSON is somebody else's, such as a proxy's.
  const isSilence = cause instanceof UnreachableError || cause instanceof SyntaxError;
  return isSilence ? 'SERVER_UNREACHABLE' : 'INTERNAL';
}

/** Whether the same call may succeed a moment later. */
export function isPassing(code: FailureCode): boolean {
  return PASSING.includes(code);
}
