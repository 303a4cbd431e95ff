import { expect } from 'playwright/test';
import { clientOf } from './client';
import { createPhoto, formOf } from './photo';
import { test } from './test';

test('a typed client gets captions, words and the model', async ({ server }) => {
  const client = clientOf(server.url);
  const photo = await createPhoto();
  const created = await client.caption.create.mutate(formOf(photo, { candidates: '2' }));
  expect(created.candidates).toHaveLength(2);

  const base64 = photo.toString('base64');
  const input = { photo: base64, options: { beamWidth: 1, maxWords: 6 } };
  const greedy = await client.caption.fromBase64.mutate(input);
  const streamed = await client.caption.stream.mutate({ photo: base64, options: { maxWords: 6 } });
  const words: unknown[] = [];
  for await (const event of streamed) {
    if (event.kind === 'word') words.push(event.word);
    else expect(event.caption.candidates).toEqual(greedy.candidates);
  }
  expect(words).toEqual(greedy.words);
  expect((await client.model.info.query()).id).toBe(created.model.id);
});

test('a typed client gets stable codes for errors', async ({ server }) => {
  const client = clientOf(server.url);
  const upload = client.caption.create.mutate(formOf(Buffer.from('This is no photo.')));
  await expect(upload).rejects.toMatchObject({
    data: { negarCode: 'IMAGE_TYPE_UNSUPPORTED', httpStatus: 415 },
  });
  const photo = (await createPhoto()).toString('base64');
  const wrong = client.caption.fromBase64.mutate({ photo, options: { candidates: 9 } });
  await expect(wrong).rejects.toMatchObject({ data: { negarCode: 'OPTION_INVALID' } });
  const streamed = await client.caption.stream.mutate({ photo: 'AAAA' });
  const next = streamed[Symbol.asyncIterator]().next();
  await expect(next).rejects.toMatchObject({ data: { negarCode: 'IMAGE_TYPE_UNSUPPORTED' } });
});

test('plain HTTP gets captions and errors', async ({ server }) => {
  const url = `${server.url}/api/trpc/caption.create`;
  const answer = await fetch(url, { method: 'POST', body: formOf(await createPhoto()) });
  expect(answer.status).toBe(200);
  const { result } = (await answer.json()) as { result: { data: { alt: string } } };
  expect(result.data.alt).toMatch(/w\d+/);

  const origin = { origin: 'http://evil.example' };
  const foreign = await fetch(url, { method: 'POST', headers: origin, body: new FormData() });
  expect(foreign.status).toBe(403);
  const { error } = (await foreign.json()) as { error: { data: { negarCode: string } } };
  expect(error.data.negarCode).toBe('ORIGIN_FORBIDDEN');
});

test('every answer carries the security headers and a request id', async ({ server }) => {
  const nonces = new Set<string>();
  for (const path of ['/', '/nothing', '/live', '/ready', '/metrics', '/api/trpc/model.info']) {
    const { headers } = await fetch(server.url + path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'; script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
    expect(policy).not.toMatch(/unsafe|\*/);
    nonces.add(/nonce-([^']+)/.exec(policy)?.[1] ?? '');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.has('x-powered-by')).toBe(false);
  }
  expect(nonces.size).toBe(6);
});

test('metrics tell requests by code, the queue, stages and memory', async ({ server }) => {
  const body = formOf(await createPhoto());
  await fetch(`${server.url}/api/trpc/caption.create`, { method: 'POST', body });
  expect(await server.metric('negar_requests_total{status="200",code="OK"}')).toBeGreaterThan(0);
  expect(await server.metric('negar_queue_depth')).toBe(0);
  expect(await server.metric('negar_stage_seconds_count{stage="encode"}')).toBeGreaterThan(0);
  expect(await server.metric('process_resident_memory_bytes')).toBeGreaterThan(1e7);
});

test('the log names requests, but nothing of photos', async ({ server }) => {
  const body = formOf(await createPhoto());
  const url = `${server.url}/api/trpc/caption.create?secret`;
  const { headers } = await fetch(url, { method: 'POST', body });
  const requestId = headers.get('x-request-id');
  await expect
    .poll(() => server.log.find((line) => line.requestId === requestId))
    .toMatchObject({
      method: 'POST',
      path: '/api/trpc/caption.create',
      status: 200,
      code: 'OK',
    });
  expect(JSON.stringify(server.log)).not.toMatch(/private-name|secret|w\d+ w\d+/);
});

/** Texts that no model was trained on, and how each procedure may refuse them. */
const ODD: Record<string, { text: string; refused?: string; topic?: string }> = {
  'unknown words': { text: 'Zxqv blorf the wug gnarfled' },
  'no word': { text: '', refused: 'TEXT_EMPTY' },
  'mixed scripts': { text: 'зебра 犬 سگ می‌دود a dog' },
  emoji: { text: '👩🏽‍🚀🇮🇷 🐕 :-)', topic: 'TEXT_EMPTY' },
  'controls and halves of characters': { text: 'a\u0000b \ud800 \u202eabc' },
  '10,000 words': { text: 'The dog runs on '.repeat(2_500) },
  '10,001 words': { text: `${'The dog runs on '.repeat(2_500)}dog`, refused: 'TEXT_TOO_LONG' },
  'too many characters': { text: 'a'.repeat(200_001), refused: 'TEXT_TOO_LONG' },
};

test('odd texts are answered, or refused with a code', async ({ request, server }) => {
  const ask = async (name: string, input: object) => {
    const response = await request.post(`${server.url}/api/trpc/text.${name}`, { data: input });
    const { error } = (await response.json()) as { error?: { data: { negarCode: string } } };
    return error?.data.negarCode;
  };
  for (const [kind, { text, refused, topic = refused }] of Object.entries(ODD)) {
    expect(await ask('topic', { text }), kind).toBe(topic);
    expect(await ask('tag', { text }), kind).toBe(refused);
    const code = kind === '10,000 words' ? 'TEXT_TOO_LONG' : refused;
    expect(await ask('translate', { text, languages: ['de', 'fa'] }), kind).toBe(code);
  }
  const crashes = server.log.filter(({ code }) => code === 'WORKER_CRASHED' || code === 'INTERNAL');
  expect(crashes).toEqual([]);
});
