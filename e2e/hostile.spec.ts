import { connect } from 'node:net';
import { expect } from 'playwright/test';
import { authorization, startServer, type StartedServer } from './start-server';
import { createPhoto, formOf } from './photo';
import { test } from './test';

const PASSWORD = 'correct horse';
const CREATE = '/api/trpc/caption.create';
const FROM_BASE64 = '/api/trpc/caption.fromBase64';
const MEGABYTE = 'A'.repeat(1024 * 1024);

let server: StartedServer;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startServer({
    env: {
      NEGAR_WORKERS: '1',
      NEGAR_UPLOAD_SECONDS: '3',
      NEGAR_DEADLINE_SECONDS: '0.2',
      NEGAR_PASSWORD: PASSWORD,
    },
  });
});

test.afterEach(async () => {
  expect((await fetch(`${server.url}/ready`)).status).toBe(200);
  await expect.poll(() => server.metric('negar_photos_running')).toBe(0);
});

test.afterAll(() => server.stop());

function post(path: string, body: FormData | string | ReadableStream, type?: string) {
  const headers = {
    authorization: authorization(PASSWORD),
    ...(type !== undefined && { 'content-type': type }),
  };
  const init = { method: 'POST', headers, body, duplex: 'half' };
  return fetch(server.url + path, init as RequestInit);
}

/** Speaks HTTP by hand. @returns everything that the server answers until it closes. */
function speak(headers: string[], write: (send: (text: string) => void) => void): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect(Number(port), hostname);
    const authorized = [`authorization: ${authorization(PASSWORD)}`, ...headers];
    socket.write(
      `POST ${CREATE} HTTP/1.1\r\nhost: localhost\r\n${authorized.join('\r\n')}\r\n\r\n`,
    );
    write((text) => socket.writable && socket.write(text));
    socket.on('data', (data) => (heard += String(data)));
    // A reset is an answer, too.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(heard));
  });
}

test('an upload of one byte a second is cut off', async () => {
  let sent = 0;
  let timer: NodeJS.Timeout | undefined;
  const headers = ['content-type: application/json', 'content-length: 100'];
  const heard = await speak(headers, (send) => {
    timer = setInterval(() => {
      sent++;
      send('[');
    }, 1000);
  });
  clearInterval(timer);
  expect(heard).toMatch(/^HTTP\/1\.1 408 /);
  expect(heard).toContain('"negarCode":"BODY_TOO_SLOW"');
  const counted = 'negar_requests_total{status="408",code="BODY_TOO_SLOW"}';
  await expect.poll(() => server.metric(counted)).toBe(1);
  expect(sent).toBeLessThan(60);
});

test('a body that claims 10 bytes and sends 30 MB is not read', async () => {
  const headers = ['content-type: application/json', 'content-length: 10'];
  const heard = await speak(headers, (send) => {
    for (let i = 0; i < 30; i++) send(MEGABYTE);
  });
  expect(heard === '' || /^HTTP\/1\.1 4\d\d /.test(heard)).toBe(true);
  expect(await server.metric('process_resident_memory_bytes')).toBeLessThan(2e9);
});

test('JSON with a string of 100 MB is refused by its length', async () => {
  const body = JSON.stringify({ photo: MEGABYTE.repeat(100) });
  const answer = await post(FROM_BASE64, body, 'application/json').catch(() => undefined);
  // The server may close the connection while the client is still sending.
  expect(answer?.status ?? 413).toBe(413);
  await expect
    .poll(() => server.metric('negar_requests_total{status="413",code="BODY_TOO_LARGE"}'))
    .toBe(1);
});

test('JSON with a string of 100 MB and no length is refused while it arrives', async () => {
  let sent = 0;
  const body = new ReadableStream({
    pull(controller) {
      controller.enqueue(Buffer.from(sent === 0 ? `{"photo":"${MEGABYTE}` : MEGABYTE));
      if (++sent === 100) controller.close();
    },
  });
  const answer = await post(FROM_BASE64, body, 'application/json').catch(() => undefined);
  expect(answer?.status ?? 413).toBe(413);
  await expect
    .poll(() => server.metric('negar_requests_total{status="413",code="BODY_TOO_LARGE"}'))
    .toBe(2);
});

test('a photo that takes longer than the deadline is given up', async () => {
  const body = formOf(await createPhoto(), { beamWidth: '10', maxWords: '50' });
  const answer = await post(CREATE, body);
  expect(answer.status).toBe(504);
  expect(answer.headers.get('x-negar-code')).toBe('DEADLINE_EXCEEDED');
});

test('nothing but health is told without the password', async () => {
  for (const path of ['/', '/metrics', '/api/trpc/model.info', '/_next/static/nothing.js']) {
    const answer = await fetch(server.url + path);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /);
  }
  expect((await fetch(`${server.url}/live`)).status).toBe(200);
});

test('malformed requests get a code', async () => {
  const cases: [string, string | FormData, string | undefined, string][] = [
    [FROM_BASE64, '{', 'application/json', 'REQUEST_INVALID'],
    [FROM_BASE64, 'null', 'application/json', 'OPTION_INVALID'],
    [FROM_BASE64, '{}', 'application/json', 'OPTION_INVALID'],
    [FROM_BASE64, '{}', 'text/plain', 'REQUEST_INVALID'],
    [CREATE, 'no form', 'multipart/form-data; boundary=x', 'REQUEST_INVALID'],
    [CREATE, new FormData(), undefined, 'REQUEST_INVALID'],
    ['/api/trpc/nothing', '{}', 'application/json', 'PROCEDURE_UNKNOWN'],
    ['/api/trpc/model.info', '{}', 'application/json', 'METHOD_NOT_ALLOWED'],
  ];
  for (const [path, body, type, code] of cases) {
    const answer = await post(path, body, type);
    expect(answer.headers.get('x-negar-code'), path).toBe(code);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  }
});
