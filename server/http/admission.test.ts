import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { NegarError } from '../../models/errors';
import { Admission, MAX_WORKSPACE_CHANGES } from './admission';

const full = () => new NegarError('QUEUE_FULL', 'Come back later.');

function post(admission: Admission, url: string, method = 'POST'): EventEmitter {
  const response = new EventEmitter();
  admission.admit({ method, url } as IncomingMessage, response as ServerResponse);
  return response;
}

describe('Admission', () => {
  it('lets in as many photos as the pool holds, until one is answered', () => {
    const admission = new Admission({ capacity: 2, full });
    const first = post(admission, '/api/trpc/caption.create');
    post(admission, '/api/trpc/caption.stream?batch=1');
    expect(() => post(admission, '/api/trpc/text.topic')).toThrow('Come back later.');
    first.emit('close');
    post(admission, '/api/trpc/text.topic');
  });

  it.each([
    '/api/trpc/caption.create',
    '/api/trpc/caption%2Ecreate',
    '/api/trpc/model.info,text.tag?batch=1',
    '/api/trpc/model.info%2Ctext.tag?batch=1',
    '/api/trpc/%',
  ])('counts %s against the pool', (url) => {
    expect(() => post(new Admission({ capacity: 0, full }), url)).toThrow(NegarError);
  });

  it('lets the workspace change while the pool is full, within a bound of its own', () => {
    const admission = new Admission({ capacity: 0, full });
    for (let i = 0; i < MAX_WORKSPACE_CHANGES; i++) post(admission, '/api/trpc/review.edit');
    expect(() => post(admission, '/api/trpc/jobs.create?text.=caption.')).toThrow(NegarError);
    post(admission, '/api/trpc/caption.create', 'GET');
  });
});
