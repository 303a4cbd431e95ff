import { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ERROR_CODES, type ErrorCode, NegarError } from '../models/errors';
import { fromTRPCError, toErrorShape } from './errors';

describe('the shape of errors', () => {
  it.each(Object.keys(ERROR_CODES) as ErrorCode[])('gives %s the status of the table', (code) => {
    const { data } = toErrorShape(new NegarError(code, 'what was wrong'), 'a.b');
    const { status } = ERROR_CODES[code];
    expect(data).toMatchObject({ negarCode: code, httpStatus: status, path: 'a.b' });
    expect(getHTTPStatusCodeFromError(new TRPCError({ code: data.code }))).toBe(status);
  });

  it('tells what was wrong, but not what failed inside', () => {
    expect(toErrorShape(new NegarError('IMAGE_EMPTY', 'It is empty.')).message).toBe(
      'It is empty.',
    );
    const { message } = toErrorShape(new NegarError('INTERNAL', 'ENOENT: /home/someone'));
    expect(message).not.toMatch(/ENOENT|someone/);
  });
});

describe('errors of tRPC', () => {
  it('are the project’s error that caused them', () => {
    const cause = new NegarError('QUEUE_FULL', 'full');
    expect(fromTRPCError(new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause }))).toBe(cause);
  });

  it('name the options that do not fit', () => {
    const { error: cause } = z.object({ seed: z.number() }).safeParse({ seed: 'x' });
    const error = fromTRPCError(new TRPCError({ code: 'BAD_REQUEST', cause }));
    expect(error).toMatchObject({ code: 'OPTION_INVALID', message: expect.stringMatching(/seed/) });
  });

  it.each([
    ['BAD_REQUEST', 'REQUEST_INVALID'],
    ['PARSE_ERROR', 'REQUEST_INVALID'],
    ['UNSUPPORTED_MEDIA_TYPE', 'REQUEST_INVALID'],
    ['NOT_FOUND', 'PROCEDURE_UNKNOWN'],
    ['METHOD_NOT_SUPPORTED', 'METHOD_NOT_ALLOWED'],
    ['INTERNAL_SERVER_ERROR', 'INTERNAL'],
  ] as const)('turn from %s into %s', (code, expected) => {
    expect(fromTRPCError(new TRPCError({ code })).code).toBe(expected);
  });
});
