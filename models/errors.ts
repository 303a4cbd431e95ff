/**
 * Every error code of the project, with the HTTP status that a server answers with. The table is the
 * one source for the server, the page, the command line and the documentation.
 */
export const ERROR_CODES = {
  IMAGE_EMPTY: { status: 400, means: 'the file has no bytes' },
  IMAGE_TYPE_UNSUPPORTED: { status: 415, means: 'the content is not a supported picture format' },
  IMAGE_NEEDS_SERVER: { status: 415, means: 'the browser cannot decode it, the server can' },
  IMAGE_DAMAGED: { status: 400, means: 'the picture is cut short or cannot be decoded' },
  IMAGE_TOO_LARGE: { status: 413, means: 'the file has more bytes than allowed' },
  IMAGE_TOO_MANY_PIXELS: { status: 413, means: 'the picture has more pixels than allowed' },
  TEXT_EMPTY: { status: 400, means: 'the text has no word' },
  TEXT_TOO_LONG: { status: 413, means: 'the text has more words or characters than allowed' },
  FILE_NOT_FOUND: { status: 404, means: 'there is no such file or folder' },
  OPTION_INVALID: { status: 400, means: 'an option is outside its allowed range' },
  ARTEFACT_MISSING: { status: 500, means: 'a model file is missing' },
  ARTEFACT_INVALID: { status: 500, means: 'a model manifest does not have the expected form' },
  ARTEFACT_DAMAGED: { status: 500, means: 'a model file differs from the hash in its manifest' },
  ENCODER_MISMATCH: { status: 500, means: 'the decoder was trained on another encoder' },
  REQUEST_INVALID: { status: 400, means: 'the request does not have the expected form' },
  ADDRESS_INVALID: { status: 400, means: 'this is not an address that can be fetched' },
  ADDRESS_FORBIDDEN: { status: 403, means: 'the address leads into a private network' },
  ADDRESS_UNREACHABLE: { status: 502, means: 'the other server cannot be reached, or refuses' },
  ADDRESS_TOO_SLOW: { status: 504, means: 'the other server did not answer in time' },
  ADDRESS_TOO_LARGE: { status: 413, means: 'the other server sends more bytes than allowed' },
  ADDRESS_REDIRECTS: { status: 502, means: 'the other server sends from address to address' },
  ROBOTS_FORBIDDEN: { status: 403, means: 'the robots.txt of the other server forbids it' },
  ZIP_DAMAGED: { status: 400, means: 'the ZIP archive is damaged, or is none' },
  ZIP_TOO_LARGE: { status: 413, means: 'the ZIP archive holds more than is allowed' },
  ZIP_ENTRY_REFUSED: { status: 400, means: 'the ZIP entry is not a plain file inside it' },
  ROW_INVALID: { status: 400, means: 'the row of the CSV cannot be read' },
  PAGE_INVALID: { status: 415, means: 'the address holds no web page' },
  IMAGE_SKIPPED: { status: 400, means: 'the page’s picture is left out on purpose' },
  UPLOAD_INCOMPLETE: { status: 400, means: 'a part of the archive did not arrive' },
  JOB_FINISHED: { status: 409, means: 'the job is finished or cancelled' },
  PASSWORD_REQUIRED: { status: 401, means: 'the password is missing or wrong' },
  ORIGIN_FORBIDDEN: { status: 403, means: 'the request comes from a page of another site' },
  RECORD_NOT_FOUND: { status: 404, means: 'there is no such collection, item or job' },
  PROCEDURE_UNKNOWN: { status: 404, means: 'there is no such procedure' },
  METHOD_NOT_ALLOWED: { status: 405, means: 'the address does not take this HTTP method' },
  BODY_TOO_SLOW: { status: 408, means: 'the request did not arrive in time' },
  EDIT_CONFLICT: { status: 409, means: 'somebody else has changed it since it was read' },
  IMPORT_INVALID: { status: 400, means: 'the file is no exported CSV or JSON file' },
  HTML_UNREADABLE: { status: 415, means: 'the encoding of the HTML file is not supported' },
  NOTHING_TO_UNDO: { status: 409, means: 'the alt text is as the model wrote it' },
  BODY_TOO_LARGE: { status: 413, means: 'the request has more bytes than allowed' },
  QUEUE_FULL: { status: 503, means: 'as many photos as allowed are waiting already' },
  MODEL_NOT_READY: { status: 503, means: 'the model is still loading, or cannot be loaded' },
  SHUTTING_DOWN: { status: 503, means: 'the server is stopping' },
  WORKSPACE_LOCKED: { status: 503, means: 'another process uses the data folder' },
  WORKSPACE_UNAVAILABLE: { status: 503, means: 'the storage of the workspace does not answer' },
  WORKER_CRASHED: { status: 500, means: 'the thread that did the work died' },
  DEADLINE_EXCEEDED: { status: 504, means: 'the work took longer than allowed' },
  INTERNAL: { status: 500, means: 'something failed that should not have' },
  CANCELLED: { status: 499, means: 'the caller cancelled the work' },
} as const satisfies Record<string, { status: number; means: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An error with a stable code. The message says what was wrong, what is allowed and what to do. */
export class NegarError extends Error {
  override readonly name = 'NegarError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** The error itself if it has a code, otherwise an INTERNAL error that it caused. */
export function toNegarError(error: unknown): NegarError {
  if (isNegarError(error)) return error;
  const message = error instanceof Error ? error.message : String(error);
  return new NegarError('INTERNAL', message, { cause: error });
}

/** Goes by the name, since bundles that share a process have a class each. */
export function isNegarError(error: unknown): error is NegarError {
  return error instanceof Error && error.name === 'NegarError';
}

/**
 * Stops work that the caller has cancelled.
 * @throws {NegarError} CANCELLED when the signal is aborted.
 */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new NegarError('CANCELLED', 'The work was cancelled by the caller.');
}
