import type { IncomingMessage, ServerResponse } from 'node:http';
import { NegarError } from '../../models/errors';
import type { InferencePool } from '../inference/pool';

/** The routers whose procedures wait for the inference pool. */
const POOLED = /[/,](caption|text)\./;
/** Changes of the workspace that are received or answered at a time; each body is in memory. */
export const MAX_WORKSPACE_CHANGES = 32;

/** Counts the requests that are let in, so that one can be refused before its body is read. */
export class Admission {
  /** Requests with a photo or a text that are being received, waiting or answered. */
  private pooled = 0;
  private others = 0;

  constructor(private readonly inference: Pick<InferencePool, 'capacity' | 'full'>) {}

  /**
   * Lets a request in until its response is closed; one that only reads needs no place.
   * @throws {NegarError} QUEUE_FULL.
   */
  admit({ method, url = '' }: IncomingMessage, response: Pick<ServerResponse, 'once'>): void {
    if (method !== 'POST') return;
    if (isPooled(url)) {
      if (this.pooled >= this.inference.capacity) throw this.inference.full();
      this.pooled++;
      response.once('close', () => this.pooled--);
    } else {
      if (this.others >= MAX_WORKSPACE_CHANGES) {
        throw new NegarError(
          'QUEUE_FULL',
          `${MAX_WORKSPACE_CHANGES} changes are being made already. Try again in a moment.`,
        );
      }
      this.others++;
      response.once('close', () => this.others--);
    }
  }
}

/** Whether a call, or one of a batch, is for the pool; so is what cannot be decoded. */
function isPooled(url: string): boolean {
  try {
    return POOLED.test(decodeURIComponent(url.split('?')[0]));
  } catch {
    return true;
  }
}
