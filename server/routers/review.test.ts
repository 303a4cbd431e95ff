import { TRPCError } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromTRPCError, toErrorShape } from '../errors';
import type { Storage } from '../storage/storage';
import { contextOf } from '../testing/context';
import { fakeInference } from '../testing/fake-inference';
import { openMemoryStorage, workspaceOf } from '../testing/memory-storage';
import { type GivenItem, storeItems } from '../testing/stored-items';
import { createCaller } from './app';

let storage: Storage;
beforeAll(async () => void (storage = await openMemoryStorage()));
afterAll(() => storage.close());

const ann = { reviewer: 'Ann' };

async function setUp(...given: GivenItem[]) {
  const stored = await storeItems(storage.database, given.length > 0 ? given : [{}]);
  const context = contextOf({
    inference: fakeInference(),
    workspace: workspaceOf(storage),
  });
  return { caller: createCaller(context), id: stored.ids[0], ...stored };
}

async function shapeOf(call: Promise<unknown>) {
  const error = await call.catch((cause: unknown) => cause);
  if (!(error instanceof TRPCError)) throw new Error('The call did not fail.');
  const { message, data } = toErrorShape(fromTRPCError(error));
  return { message, ...data };
}

describe('review', () => {
  it('checks a text that is not stored, beside its neighbours', async () => {
    const { caller, ids } = await setUp({ caption: 'a dog' }, { caption: 'a cat' });
    const check = (text: string) => caller.review.check({ id: ids[1], text });
    expect(await check('A cat on a sofa.')).toEqual([]);
    expect(await check('a DOG')).toEqual(['repeated']);
    expect(await check('Image of a cat')).toEqual(['opening']);
    expect(await check('')).toEqual(['empty']);
    expect(await check(`${'x'.repeat(130)} photo-1.jpg`)).toEqual(['tooLong', 'fileName']);
    expect(await caller.items.get({ id: ids[1] })).toMatchObject({ alt: 'A cat.', version: 1 });
    const error = await shapeOf(caller.review.check({ id: 1_000_000, text: 'A cat.' }));
    expect(error.negarCode).toBe('RECORD_NOT_FOUND');
  });

  it('accepts, chooses, edits, marks as decorative, and keeps every version', async () => {
    const { caller, id } = await setUp({ candidates: ['a dog', 'a cat'] });
    const accepted = await caller.review.accept({ id, version: 1, ...ann });
    expect(accepted).toMatchObject({
      state: 'approved',
      alt: 'A dog.',
      version: 2,
      reviewer: 'Ann',
    });
    const chosen = await caller.review.choose({ id, version: 2, candidate: 2, ...ann });
    expect(chosen).toMatchObject({ state: 'edited', alt: 'A cat.', version: 3 });
    await caller.review.edit({
      id,
      version: 3,
      text: ' A\u0000 sleeping\n cat ',
      approve: true,
      ...ann,
    });
    await caller.review.decorative({ id, version: 4, reviewer: 'Bob' });
    const { history } = await caller.items.get({ id });
    expect(
      history.map(({ version, action, state, text, reviewer }) => [
        version,
        action,
        state,
        text,
        reviewer,
      ]),
    ).toEqual([
      [5, 'decorative', 'decorative', '', 'Bob'],
      [4, 'edit', 'approved', 'A sleeping cat', 'Ann'],
      [3, 'choose', 'edited', 'A cat.', 'Ann'],
      [2, 'accept', 'approved', 'A dog.', 'Ann'],
      [1, 'caption', 'draft', 'A dog.', null],
    ]);
  });

  it('undoes one change after the other, and what comes after an undo', async () => {
    const { caller, id } = await setUp();
    const { edit, undo } = caller.review;
    await edit({ id, version: 1, text: 'One', ...ann });
    await edit({ id, version: 2, text: 'Two', ...ann });
    expect(await undo({ id, version: 3, ...ann })).toMatchObject({ alt: 'One', state: 'edited' });
    await edit({ id, version: 4, text: 'Three', ...ann });
    expect(await undo({ id, version: 5, ...ann })).toMatchObject({ alt: 'One' });
    expect(await undo({ id, version: 6, ...ann })).toMatchObject({ alt: 'A dog.', state: 'draft' });
    expect(await caller.items.get({ id })).toMatchObject({ canUndo: false });
    expect(await shapeOf(undo({ id, version: 7, ...ann }))).toMatchObject({
      negarCode: 'NOTHING_TO_UNDO',
    });
  });

  it('tells the second of two editors what the first wrote, and overwrites nothing', async () => {
    const { caller, id } = await setUp();
    const edits = ['Ann', 'Bob', 'Cy'].map((reviewer) =>
      caller.review.edit({ id, version: 1, text: `By ${reviewer}`, reviewer }),
    );
    const outcomes = await Promise.allSettled(edits);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
    const name = ['Ann', 'Bob', 'Cy'][winner];
    expect(await shapeOf(edits[(winner + 1) % 3])).toMatchObject({
      negarCode: 'EDIT_CONFLICT',
      httpStatus: 409,
      message: expect.stringMatching(`${name} has changed[^]*By ${name}`),
      current: { version: 2, state: 'edited', text: `By ${name}`, reviewer: name },
    });
    expect(await caller.items.get({ id })).toMatchObject({ alt: `By ${name}`, version: 2 });
  });

  it('refuses a candidate that there is not, an empty text, and an item that is gone', async () => {
    const { caller, id } = await setUp({ caption: '' });
    const { choose, edit, accept } = caller.review;
    const change = { id, version: 1, ...ann };
    expect((await shapeOf(choose({ ...change, candidate: 2 }))).negarCode).toBe('OPTION_INVALID');
    expect((await shapeOf(edit({ ...change, text: ' \u0007 ' }))).negarCode).toBe('OPTION_INVALID');
    expect((await shapeOf(accept(change))).negarCode).toBe('TEXT_EMPTY');
    expect((await shapeOf(accept({ ...change, id: 999_999 }))).negarCode).toBe('RECORD_NOT_FOUND');
    expect(await caller.items.get({ id })).toMatchObject({ version: 1 });
  });
});
