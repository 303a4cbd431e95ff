import type { ErrorCode } from '../../models/errors';
import { EngineError } from './engine';

/** Codes of `models/errors.ts`, and of what can only happen to a page. */
export type FailureCode = ErrorCode | 'SERVER_UNREACHABLE' | 'PAGE_CLOSED';

/** The server is busy, or not ready yet. */
export class BusyError extends EngineError {
  constructor(
    code: ErrorCode,
    message: string,
    /** Seconds after which to ask again. */
    readonly retryAfter: number,
  ) {
    super(code, message);
  }
}

/** No answer came. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** @throws {UnreachableError} when no answer comes. */
export async function fetchOrSay(
  address: RequestInfo | URL | string,
  init?: RequestInit,
): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    if (init?.signal?.aborted) throw cause;
    throw new UnreachableError('The server does not answer.', { cause });
  }
}

export function failureCode(error: unknown): FailureCode {
  if (error instanceof UnreachableError) return 'SERVER_UNREACHABLE';
  const isCoded = error instanceof Error && error.name === 'NegarError' && 'code' in error;
  return isCoded ? (error.code as ErrorCode) : 'INTERNAL';
}

/** What another try may solve; the rest needs another file. */
export function isWorthRetrying(code: FailureCode): boolean {
  return !code.startsWith('IMAGE_') && code !== 'BODY_TOO_LARGE' && code !== 'PAGE_CLOSED';
}
