import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { NegarError } from '../../models/errors';
import { CODE_HEADER, refusal } from './refusal';

/**
 * Answers a request that broke off inside: it came too slowly, or is no HTTP. Then closes the
 * connection.
 * @param response that is under way on the connection; it is marked with the error's code.
 */
export function answerBroken(
  cause: NodeJS.ErrnoException,
  socket: Socket,
  response: ServerResponse | undefined,
): void {
  if (!socket.writable || response?.headersSent) {
    socket.destroy();
    return;
  }
  const error =
    cause.code === 'ERR_HTTP_REQUEST_TIMEOUT'
      ? new NegarError('BODY_TOO_SLOW', 'The request took too long to arrive. Send it again.')
      : new NegarError('REQUEST_INVALID', 'The request is not valid HTTP.');
  const { status, headers, body } = refusal(error, 1);
  if (response) {
    response.statusCode = status;
    response.setHeader(CODE_HEADER, error.code);
  }
  const lines = Object.entries({ ...headers, connection: 'close' });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    ...lines.map((line) => line.join(': ')),
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
