import type { IncomingMessage, ServerResponse } from 'node:http';
import { NegarError } from '../../models/errors';
import type { InferencePool } from '../inference/pool';

/** Requests that change something, other than by captioning, at a time. */
const MAX_OTHERS = 32;

type Queue = Pick<InferencePool, 'capacity' | 'full' | 'expectedWait'>;

/**
 * Bounds how many requests with a body are here at once, from their headers until they are answered:
 * those that caption by the places that the queue of photos has, all others by a number of their own,
 * so that a full queue keeps nobody from reviewing.
 */
export class Admission {
  private captions = 0;
  private others = 0;

  constructor(private readonly queue: Queue) {}

  /** @throws {NegarError} QUEUE_FULL. */
  admit({ method, url = '' }: IncomingMessage, response: Pick<ServerResponse, 'once'>): void {
    if (method !== 'POST') return;
    if (captions(url)) {
      if (this.captions >= this.queue.capacity) throw this.queue.full();
      this.captions++;
      response.once('close', () => this.captions--);
    } else {
      if (this.others >= MAX_OTHERS) throw this.tooMany();
      this.others++;
      response.once('close', () => this.others--);
    }
  }

  private tooMany(): NegarError {
    return new NegarError(
      'QUEUE_FULL',
      `${MAX_OTHERS} requests are being answered already. Try again in ${this.queue.expectedWait()} s.`,
    );
  }
}

/** Whether a request calls a procedure of `caption`, also among others and however it is spelt. */
function captions(url: string): boolean {
  const [path] = url.split('?', 1);
  try {
    return /[/,]caption\./.test(decodeURIComponent(path));
  } catch {
    return true;
  }
}
