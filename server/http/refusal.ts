import { ERROR_CODES, type NegarError } from '../../models/errors';
import { toErrorShape } from '../errors';

/** Header that carries the project's error code. */
export const CODE_HEADER = 'x-negar-code';

export interface Refusal {
  readonly status: number;
  readonly headers: Record<string, string>;
  /** JSON in tRPC's form, which tRPC clients take for an answer of a procedure. */
  readonly body: string;
}

/** @param wait seconds after which a client may try again when the server is busy. */
export function refusal(error: NegarError, wait: number): Refusal {
  const { status } = ERROR_CODES[error.code];
  return {
    status,
    headers: {
      'content-type': 'application/json',
      [CODE_HEADER]: error.code,
      ...(status === 503 && { 'retry-after': String(wait) }),
      ...(status === 401 && { 'www-authenticate': 'Basic realm="Negar", charset="UTF-8"' }),
    },
    body: JSON.stringify({ error: toErrorShape(error) }),
  };
}
