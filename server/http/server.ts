import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import { NegarError, toNegarError } from '../../models/errors';
import type { ServerSettings } from '../env';
import type { InferencePool } from '../inference/pool';
import type { Metrics } from '../metrics';
import { checkAccess } from './access';
import { Admission } from './admission';
import { checkBodyLength } from './body';
import { answerBroken } from './broken';
import { setSecurityHeaders } from './headers';
import { CODE_HEADER, refusal } from './refusal';

/** How long a client that was answered early may go on sending. */
const LINGER_MS = 5_000;
const HEADERS_TIMEOUT_MS = 10_000;

export interface Parts {
  readonly settings: ServerSettings;
  readonly inference: InferencePool;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** Next. */
  readonly pages: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}

/**
 * The HTTP server in front of Next. It decides from the headers alone whether a request is answered,
 * before any of its body is read, and cuts off requests that arrive too slowly.
 */
export class Gate {
  readonly server: Server;
  /** Once true, only `/live` is answered. */
  draining = false;
  private readonly admission: Admission;
  private readonly responses = new WeakMap<Socket, ServerResponse>();

  constructor(private readonly parts: Parts) {
    const uploadMs = parts.settings.NEGAR_UPLOAD_SECONDS * 1000;
    this.admission = new Admission(parts.inference);
    this.server = createServer({
      headersTimeout: Math.min(HEADERS_TIMEOUT_MS, uploadMs),
      requestTimeout: uploadMs,
      connectionsCheckingInterval: Math.min(1000, uploadMs / 2),
    });
    this.server.on('request', (request, response) => this.receive(request, response));
    this.server.on('clientError', (error, socket: Socket) =>
      answerBroken(error, socket, this.responses.get(socket)),
    );
    this.server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) =>
      this.receive(request, response, () => response.writeContinue()),
    );
  }

  /** @param invite tells a client that waits with its body to send it. */
  private receive(request: IncomingMessage, response: ServerResponse, invite?: () => void): void {
    this.observe(request, response);
    setSecurityHeaders(request, response);
    const path = request.url?.split('?')[0];
    if (path === '/live') return sendJson(response, 200, { status: 'live' });
    if (path === '/ready') return this.sendReadiness(response);
    try {
      this.admit(request, response);
    } catch (error) {
      this.refuse(response, toNegarError(error));
      return;
    }
    invite?.();
    if (path === '/metrics') void this.sendMetrics(response);
    else void this.parts.pages(request, response);
  }

  /** @throws {NegarError} when the request is not to be answered. */
  private admit(request: IncomingMessage, response: ServerResponse): void {
    if (this.draining) throw new NegarError('SHUTTING_DOWN', 'The server is stopping.');
    checkAccess(request, this.parts.settings);
    checkBodyLength(Number(request.headers['content-length'] ?? 0));
    this.admission.admit(request, response);
  }

  private refuse(response: ServerResponse, error: NegarError): void {
    const { status, headers, body } = refusal(error, this.parts.inference.expectedWait());
    if (this.draining) response.setHeader('connection', 'close');
    response.writeHead(status, headers).end(body);
  }

  private sendReadiness(response: ServerResponse): void {
    const workers = this.parts.inference.readyWorkers;
    if (this.draining)
      this.refuse(response, new NegarError('SHUTTING_DOWN', 'The server is stopping.'));
    else if (workers > 0) sendJson(response, 200, { status: 'ready', workers });
    else this.refuse(response, new NegarError('MODEL_NOT_READY', 'The model is not loaded yet.'));
  }

  private async sendMetrics(response: ServerResponse): Promise<void> {
    const { metrics } = this.parts;
    response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.text());
  }

  /** Names the request, and logs and counts it when it is over. Never logs what it carries. */
  private observe(request: IncomingMessage, response: ServerResponse): void {
    const { log, metrics } = this.parts;
    const started = performance.now();
    const requestId = randomUUID();
    request.headers['x-request-id'] = requestId;
    response.setHeader('x-request-id', requestId);
    this.responses.set(request.socket, response);
    response.once('finish', () => {
      if (request.complete) return;
      setTimeout(() => request.socket.destroy(), LINGER_MS).unref();
    });
    response.once('close', () => {
      const refused = response.getHeader(CODE_HEADER);
      const isAnswered = response.writableFinished || refused !== undefined;
      const status = isAnswered ? response.statusCode : 499;
      const code = String(refused ?? (isAnswered ? 'OK' : 'CANCELLED'));
      metrics.countRequest(status, code);
      const { method, url } = request;
      const milliseconds = Math.round(performance.now() - started);
      const path = url?.split('?')[0];
      log.info({ requestId, method, path, status, code, milliseconds }, 'request');
    });
  }
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
