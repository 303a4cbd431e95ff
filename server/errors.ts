import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { TRPCError } from '@trpc/server';
import {
  TRPC_ERROR_CODES_BY_KEY,
  type TRPC_ERROR_CODE_KEY,
  type TRPC_ERROR_CODE_NUMBER,
} from '@trpc/server/rpc';
import { ZodError, prettifyError } from 'zod';
import { ERROR_CODES, type ErrorCode, isNegarError, NegarError } from '../models/errors';
import { storageFailure } from './storage/failure';
import type { Current, EditConflict } from './workspace/conflict';

/** The one place where the project's error codes become tRPC's and HTTP's. */

type Status = (typeof ERROR_CODES)[ErrorCode]['status'];

const TRPC_CODES: Record<Status, TRPC_ERROR_CODE_KEY> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_SUPPORTED',
  408: 'TIMEOUT',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  499: 'CLIENT_CLOSED_REQUEST',
  500: 'INTERNAL_SERVER_ERROR',
  502: 'BAD_GATEWAY',
  503: 'SERVICE_UNAVAILABLE',
  504: 'GATEWAY_TIMEOUT',
};

/** An error as clients get it, in tRPC's form. */
export interface ErrorShape {
  readonly message: string;
  /** JSON-RPC 2.0 code; of a wider type, tRPC's clients would not know the shape. */
  readonly code: TRPC_ERROR_CODE_NUMBER;
  readonly data: {
    /** tRPC's code. */
    readonly code: TRPC_ERROR_CODE_KEY;
    readonly httpStatus: number;
    /** The project's code, which is stable. */
    readonly negarCode: ErrorCode;
    /** The procedure. */
    readonly path?: string;
    /** With EDIT_CONFLICT: what somebody else has written. */
    readonly current?: Current;
  };
}

/** What clients get to know of an error: of unexpected ones only that they happened. */
export function toErrorShape(error: NegarError, path?: string): ErrorShape {
  const { status, means } = ERROR_CODES[error.code];
  const code = TRPC_CODES[status];
  const current = error.code === 'EDIT_CONFLICT' ? (error as EditConflict).current : undefined;
  return {
    message: status === 500 ? `Sorry, ${means}. The log of the server says more.` : error.message,
    code: TRPC_ERROR_CODES_BY_KEY[code],
    data: { code, httpStatus: status, negarCode: error.code, path, current },
  };
}

/** The project's error behind an error that tRPC caught or made. */
export function fromTRPCError(error: TRPCError): NegarError {
  const { cause, message } = error;
  if (isNegarError(cause)) return cause;
  const failure = storageFailure(cause);
  if (failure) return failure;
  if (cause instanceof ZodError) {
    return new NegarError('OPTION_INVALID', prettifyError(cause), { cause });
  }
  switch (getHTTPStatusCodeFromError(error)) {
    case 404:
      return new NegarError('PROCEDURE_UNKNOWN', message, { cause });
    case 405:
      return new NegarError('METHOD_NOT_ALLOWED', message, { cause });
    case 500:
      return new NegarError('INTERNAL', message, { cause });
    default:
      return new NegarError('REQUEST_INVALID', message, { cause });
  }
}
