import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'playwright/test';
import { createPhoto } from './photo';
import { startServer, type StartedServer } from './start-server';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PASSWORD = 'correct horse';
/** With a space, as names of photos have. */
const PHOTO = 'a photo.jpg';
const TEXT = 'text.jpg';

const client = [process.execPath, '--import', 'tsx', 'examples/client.ts'];
const curl = ['bash', 'examples/curl.sh'];

let server: StartedServer;
let folder: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startServer({ env: { NEGAR_WORKERS: '1', NEGAR_PASSWORD: PASSWORD } });
  folder = await mkdtemp(join(tmpdir(), 'negar-examples-'));
  await writeFile(join(folder, PHOTO), await createPhoto());
  await writeFile(join(folder, TEXT), 'This is no photo.');
});

test.afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** Runs an example from the project's folder, as the README says. */
function run([command, ...args]: string[], file: string, password = PASSWORD) {
  const env = { ...process.env, NEGAR_URL: server.url, NEGAR_PASSWORD: password };
  return new Promise<{ failed: boolean; lines: string[]; stderr: string }>((resolve) => {
    execFile(command, [...args, join(folder, file)], { cwd: ROOT, env }, (error, out, stderr) =>
      resolve({ failed: error !== null, lines: out.trim().split('\n'), stderr }),
    );
  });
}

test('the typed client prints captions and words', async () => {
  const { failed, lines, stderr } = await run(client, PHOTO);
  expect({ failed, stderr }).toEqual({ failed: false, stderr: '' });
  expect(lines.slice(0, 4)).toEqual([
    expect.stringMatching(/^model: \S+ \d+\.\d+\.\d+$/),
    expect.stringMatching(/^alt text: .*w\d+/),
    expect.stringMatching(/^caption: w\d+ .*\(confidence [01]\.\d\d\)$/),
    expect.stringMatching(/^caption: w\d+ .*\(confidence [01]\.\d\d\)$/),
  ]);
  const words = lines.slice(4, -1);
  expect(words.length).toBeGreaterThan(0);
  for (const word of words) expect(word).toMatch(/^word: w\d+ \(probability [01]\.\d\d\)$/);
  expect(lines.at(-1)).toMatch(/^in \d+ ms: .*w\d+/);
});

test('the typed client prints the code of an error', async () => {
  expect(await run(client, TEXT)).toMatchObject({
    failed: true,
    stderr: expect.stringMatching(/^IMAGE_TYPE_UNSUPPORTED: \S/) as unknown,
  });
  expect(await run(client, PHOTO, 'wrong')).toMatchObject({
    failed: true,
    stderr: expect.stringMatching(/^PASSWORD_REQUIRED: \S/) as unknown,
  });
});

test('curl prints the answers', async () => {
  const { failed, lines, stderr } = await run(curl, PHOTO);
  expect({ failed, stderr }).toEqual({ failed: false, stderr: '' });
  const answers = lines.map((line) => JSON.parse(line) as unknown);
  const caption = expect.objectContaining({
    alt: expect.stringMatching(/w\d+/) as unknown,
    words: expect.any(Array) as unknown,
    timings: expect.any(Object) as unknown,
  }) as object;
  expect(answers).toEqual([
    { status: 'ready', workers: 1 },
    {
      result: {
        data: expect.objectContaining({ limits: expect.any(Object) as unknown }) as object,
      },
    },
    { result: { data: caption } },
    { result: { data: caption } },
  ]);
  const counts = answers
    .slice(2)
    .map(
      (answer) =>
        (answer as { result: { data: { candidates: object[] } } }).result.data.candidates.length,
    );
  expect(counts).toEqual([2, 1]);
});

test('curl prints the answer of an error and fails', async () => {
  const { failed, lines } = await run(curl, TEXT);
  expect(failed).toBe(true);
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
    error: { data: { negarCode: 'IMAGE_TYPE_UNSUPPORTED', httpStatus: 415 } },
  });
});
