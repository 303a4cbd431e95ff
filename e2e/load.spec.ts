import { expect } from 'playwright/test';
import { startServer } from './start-server';
import { createPhoto, formOf } from './photo';
import { test } from './test';

const CREATE = '/api/trpc/caption.create';
const STREAM = '/api/trpc/caption.stream?batch=1';

/** Begins to stream a long caption, and waits for its first word. */
async function startStreaming(url: string, signal?: AbortSignal) {
  const photo = (await createPhoto()).toString('base64');
  const answer = await fetch(url + STREAM, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'trpc-accept': 'application/jsonl' },
    body: JSON.stringify({ 0: { photo, options: { maxWords: 50 } } }),
    signal,
  });
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  let text = '';
  const readUntil = async (pattern: RegExp) => {
    while (!pattern.test(text)) {
      const { done, value } = await reader.read();
      if (done) return text;
      text += Buffer.from(value).toString();
    }
    return text;
  };
  await readUntil(/"kind":"word"/);
  return { rest: () => readUntil(/$^/) };
}

test('200 uploads at once are all answered, and leave nothing behind', async ({ server }) => {
  const photo = await createPhoto();
  const upload = async () => {
    const started = performance.now();
    const answer = await fetch(server.url + CREATE, { method: 'POST', body: formOf(photo) });
    await answer.arrayBuffer();
    return { answer, milliseconds: performance.now() - started };
  };
  await upload();
  const memory = await server.metric('process_resident_memory_bytes');
  const answers = await Promise.all(Array.from({ length: 200 }, upload));

  const captions = answers.filter(({ answer }) => answer.status === 200);
  const refused = answers.filter(({ answer }) => answer.status === 503);
  expect(captions.length + refused.length).toBe(200);
  expect(captions.length).toBeGreaterThanOrEqual(16);
  for (const { answer } of refused) {
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(answer.headers.get('x-negar-code')).toBe('QUEUE_FULL');
  }
  await expect.poll(() => server.metric('negar_queue_depth')).toBe(0);
  expect(await server.metric('negar_photos_running')).toBe(0);
  expect((await upload()).answer.status).toBe(200);
  const grown = (await server.metric('process_resident_memory_bytes')) - memory;
  expect(grown).toBeLessThan(200e6);

  const atServer = server.log.filter(({ code }) => code === 'QUEUE_FULL');
  console.log(
    `${captions.length} captions, ${refused.length} refused; p95 of a refusal: ` +
      `${p95(refused.map(({ milliseconds }) => milliseconds))} ms for the client, ` +
      `${p95(atServer.map(({ milliseconds }) => milliseconds as number))} ms at the server; ` +
      `memory grew by ${Math.round(grown / 1e6)} MB`,
  );
});

test('the work for a client that leaves is stopped', async () => {
  const server = await startServer({
    args: ['--import', './e2e/slow-words.mjs', 'dist/server.mjs'],
    env: { NEGAR_WORKERS: '1' },
  });
  try {
    const client = new AbortController();
    await startStreaming(server.url, client.signal);
    client.abort();
    const left = performance.now();
    await expect.poll(() => server.metric('negar_photos_running'), { intervals: [10] }).toBe(0);
    console.log(`work stopped ${Math.round(performance.now() - left)} ms after the client left`);
    expect(await server.metric('negar_stage_seconds_count{stage="total"}')).toBe(0);
  } finally {
    await server.stop();
  }
});

test('a worker that dies fails its photo only, and is replaced', async () => {
  const server = await startServer({
    args: ['--import', './e2e/kill-worker.mjs', 'dist/server.mjs'],
    env: { NEGAR_WORKERS: '1' },
  });
  try {
    const body = formOf(await createPhoto());
    const { rest } = await startStreaming(server.url);
    const waiting = fetch(server.url + CREATE, { method: 'POST', body });
    server.process.kill('SIGUSR2');
    expect(await rest()).toContain('WORKER_CRASHED');
    expect((await waiting).status).toBe(200);
    expect(await server.metric('negar_workers_ready')).toBe(1);
  } finally {
    await server.stop();
  }
});

test('SIGTERM lets requests finish and ends with 0', async () => {
  const server = await startServer({ args: ['tools/start.mjs'], env: { NEGAR_WORKERS: '1' } });
  const { rest } = await startStreaming(server.url);
  const stopped = server.stop();
  expect(await rest()).toContain('"kind":"caption"');
  expect(await stopped).toBe(0);
  await expect(fetch(`${server.url}/live`)).rejects.toThrow();
});

test('a server that would be open to all does not start', async () => {
  const env = { NEGAR_HOST: '0.0.0.0', NEGAR_PASSWORD: '' };
  await expect(startServer({ env })).rejects.toThrow(/ended with code 1/);
});

function p95(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0);
}
