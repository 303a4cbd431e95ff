import { TRPCError } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import { fromTRPCError } from '../errors';
import { contextOf } from '../testing/context';
import { CAPTION, fakeInference, WORDS } from '../testing/fake-inference';
import { createCaller } from './app';
import type { CaptionEvent } from './caption-output';

const PHOTO = new Uint8Array([1, 2, 3, 4]);
const BASE64 = Buffer.from(PHOTO).toString('base64');

function setUp(signal?: AbortSignal) {
  const inference = fakeInference();
  const { caption } = createCaller(contextOf({ inference }), {
    signal,
  });
  return { caption, asked: inference.asked };
}

function formOf(fields: Record<string, string | File>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** The code of a call that fails. */
async function codeOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  return error instanceof TRPCError ? fromTRPCError(error).code : 'none';
}

describe('caption.create', () => {
  it('captions the photo of a form with the options of its fields', async () => {
    const { caption, asked } = setUp();
    const photo = new File([PHOTO], 'a.jpg');
    const fields = { candidates: '2', temperature: '0.5', neutral: 'true', seed: '7' };
    expect(await caption.create(formOf({ photo, ...fields, beamWidth: '4' }))).toEqual(CAPTION);
    expect(asked[0].photo).toEqual(PHOTO);
    expect(asked[0].options).toEqual({
      candidates: 2,
      beamWidth: 4,
      temperature: 0.5,
      neutral: true,
      seed: 7,
      altLength: 125,
      keywords: false,
    });
  });

  it.each([
    ['no photo', {}, 'REQUEST_INVALID'],
    ['a photo that is text', { photo: 'text' }, 'REQUEST_INVALID'],
    ['an empty photo', { photo: new File([], 'a.jpg') }, 'IMAGE_EMPTY'],
    ['an option that is no number', { photo: new File([PHOTO], 'a'), seed: 'x' }, 'OPTION_INVALID'],
    ['an empty option', { photo: new File([PHOTO], 'a'), seed: '' }, 'OPTION_INVALID'],
    ['too many candidates', { photo: new File([PHOTO], 'a'), candidates: '6' }, 'OPTION_INVALID'],
    ['an unknown option', { photo: new File([PHOTO], 'a'), beam: '6' }, 'OPTION_INVALID'],
  ])('refuses %s', async (_, fields, code) => {
    const { caption, asked } = setUp();
    expect(await codeOf(caption.create(formOf(fields as Record<string, string | File>)))).toBe(
      code,
    );
    expect(asked).toEqual([]);
  });

  it('refuses what is no form', async () => {
    expect(await codeOf(setUp().caption.create({} as FormData))).toBe('OPTION_INVALID');
  });
});

describe('caption.fromBase64', () => {
  it('captions a photo in base64', async () => {
    const { caption, asked } = setUp();
    await caption.fromBase64({ photo: BASE64, options: { maxWords: 6, keywords: true } });
    await caption.fromBase64({ photo: BASE64 });
    expect(asked[0].photo).toEqual(PHOTO);
    // It is moved to a worker, so it must not share its memory.
    expect(asked[0].photo.buffer.byteLength).toBe(PHOTO.length);
    expect(asked.map(({ options }) => options)).toEqual([
      { maxWords: 6, seed: 1, neutral: false, altLength: 125, keywords: true },
      { seed: 1, neutral: false, altLength: 125, keywords: false },
    ]);
  });

  it.each(['', 'a', 'ab==c', 'a b=', `data:image/png;base64,${BASE64}`])(
    'refuses "%s"',
    async (photo) => {
      const code = await codeOf(setUp().caption.fromBase64({ photo }));
      expect(code).toBe(photo === '' ? 'IMAGE_EMPTY' : 'OPTION_INVALID');
    },
  );

  it('checks 28 million characters without running out of stack', async () => {
    const { caption, asked } = setUp();
    const longest = 'AAAA'.repeat((20 * 1024 * 1024) / 3);
    await caption.fromBase64({ photo: longest });
    expect(asked[0].photo.length).toBe((longest.length / 4) * 3);
    expect(await codeOf(caption.fromBase64({ photo: `${longest}AAAAAAAA` }))).toBe(
      'IMAGE_TOO_LARGE',
    );
    expect(await codeOf(caption.fromBase64({ photo: `${longest}!AAA` }))).toBe('OPTION_INVALID');
  });
});

describe('caption.stream', () => {
  it('tells each word, then the whole caption', async () => {
    const { caption } = setUp();
    const events: CaptionEvent[] = [];
    for await (const event of await caption.stream({ photo: BASE64 })) events.push(event);
    expect(events).toEqual([
      ...WORDS.map((word) => ({ kind: 'word', word })),
      { kind: 'caption', caption: CAPTION },
    ]);
  });

  it('cancels the caption when the client leaves the stream', async () => {
    const { caption, asked } = setUp();
    for await (const event of await caption.stream({ photo: BASE64 })) {
      expect(event.kind).toBe('word');
      break;
    }
    expect(asked[0].signal?.aborted).toBe(true);
  });

  it('cancels the caption when the connection closes', async () => {
    const connection = new AbortController();
    const { caption } = setUp(connection.signal);
    const events = (await caption.stream({ photo: BASE64 }))[Symbol.asyncIterator]();
    await events.next();
    connection.abort();
    await events.next();
    await expect(events.next()).rejects.toMatchObject({ code: 'CANCELLED' });
  });
});
