import { TRPCError } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import { MAX_CHARACTERS } from '../../models/sequence/limits';
import { fromTRPCError } from '../errors';
import { contextOf } from '../testing/context';
import { ANALYSIS, fakeInference, TOPIC } from '../testing/fake-inference';
import { createCaller } from './app';

const connection = new AbortController();

function setUp() {
  const inference = fakeInference();
  const { text } = createCaller(contextOf({ inference }), {
    signal: connection.signal,
  });
  return { text, read: inference.read };
}

describe.each([
  ['topic', TOPIC],
  ['tag', ANALYSIS],
] as const)('text.%s', (name, answer) => {
  it('answers with what the model says, and can be cancelled', async () => {
    const { text, read } = setUp();
    expect(await text[name]({ text: 'A team 🎉' })).toEqual(answer);
    expect(read).toEqual([{ text: 'A team 🎉', signal: connection.signal }]);
  });

  it('refuses too many characters with the limit, before it queues them', async () => {
    const { text, read } = setUp();
    const error = await text[name]({ text: 'a'.repeat(MAX_CHARACTERS + 1) }).catch((e) => e);
    if (!(error instanceof TRPCError)) throw new Error('It was not refused.');
    expect(fromTRPCError(error)).toMatchObject({
      code: 'TEXT_TOO_LONG',
      message: expect.stringContaining('at most 200000'),
    });
    expect(read).toEqual([]);
  });

  it.each([[{}], [{ text: 7 }], [{ text: 'a', words: 3 }]])('refuses %j', async (input) => {
    const error = await setUp()
      .text[name](input as { text: string })
      .catch((e) => e);
    expect(fromTRPCError(error).code).toBe('OPTION_INVALID');
  });
});
