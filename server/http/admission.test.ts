import { EventEmitter } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { NegarError } from '../../models/errors';
import { Admission } from './admission';

/** An admission with two places for photos, and what a request comes to. */
function open() {
  const full = () => new NegarError('QUEUE_FULL', 'full');
  const admission = new Admission({ capacity: 2, full, expectedWait: () => 1 });
  return (url: string, method = 'POST') => {
    const response = new EventEmitter();
    admission.admit({ method, url } as IncomingMessage, response as never);
    return { end: () => response.emit('close') };
  };
}

describe('admission', () => {
  it.each(['caption.create', 'caption%2Ecreate?batch=1', 'items.get,caption.fromBase64', '%zz'])(
    'counts %s against the queue of photos',
    (call) => {
      const ask = open();
      const { end } = ask(`/api/trpc/${call}`);
      ask(`/api/trpc/${call}`);
      expect(() => ask(`/api/trpc/${call}`)).toThrow('full');
      end();
      expect(() => ask(`/api/trpc/${call}`)).not.toThrow();
    },
  );

  it('lets others pass a full queue, and bounds them by themselves', () => {
    const ask = open();
    for (let i = 0; i < 2; i++) ask('/api/trpc/caption.stream');
    for (let i = 0; i < 32; i++) ask('/api/trpc/review.accept');
    expect(() => ask('/api/trpc/intake.files')).toThrow('32 requests are being answered');
    expect(() => ask('/workspace', 'GET')).not.toThrow();
  });
});
