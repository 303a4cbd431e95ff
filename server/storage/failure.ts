import { NegarError } from '../../models/errors';

interface Failure {
  /** Of PostgreSQL, or of the connection to it. */
  readonly message: string;
  readonly code: string;
  /** SQL without values. */
  readonly query?: string;
}

/** Classes of PostgreSQL's codes, and codes of connections, that say that it cannot be reached. */
const UNREACHABLE =
  /^(?:08|57P|53|ECONN(?:REFUSED|RESET)|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|E(?:HOST|NET)UNREACH)/;

/**
 * What clients and the log learn of an error of the database. Drizzle's own message holds the values
 * of the query, and PostgreSQL's details may, so neither is passed on.
 * @returns undefined if it is none.
 */
export function storageFailure(error: unknown): NegarError | undefined {
  const failure = readFailure(error);
  if (!failure) return undefined;
  if (UNREACHABLE.test(failure.code)) {
    return new NegarError(
      'WORKSPACE_UNAVAILABLE',
      'The database of the workspace does not answer. Try again in a while.',
    );
  }
  if (failure.query === undefined) return undefined;
  return new NegarError('INTERNAL', `${failure.message} (${failure.code}) in: ${failure.query}`);
}

function readFailure(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  const { query, params, cause } = error as { query?: unknown; params?: unknown; cause?: unknown };
  if (typeof query === 'string' && Array.isArray(params) && cause instanceof Error) {
    return { message: cause.message, code: codeOf(cause), query };
  }
  return { message: error.message, code: codeOf(error) };
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
