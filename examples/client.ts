/**
 * A typed client of the API. With the server running, `npx tsx examples/client.ts photo.jpg` prints
 * the captions of a photo, and then those of the same photo word by word. NEGAR_URL and
 * NEGAR_PASSWORD name another server than this machine's and its password.
 */
import {
  createTRPCClient,
  httpBatchStreamLink,
  httpLink,
  retryLink,
  splitLink,
  TRPCClientError,
} from '@trpc/client';
import type { AppRouter } from 'negar/router';
import { readFile } from 'node:fs/promises';

const BUSY = 503;
const MAX_ATTEMPTS = 5;

const { NEGAR_URL: server = 'http://127.0.0.1:3000', NEGAR_PASSWORD: password = '' } = process.env;
const options = {
  url: `${server}/api/trpc`,
  headers: { authorization: `Basic ${Buffer.from(`:${password}`).toString('base64')}` },
};

const client = createTRPCClient<AppRouter>({
  links: [
    retryLink({
      retry: ({ error, attempts }) => error.data?.httpStatus === BUSY && attempts < MAX_ATTEMPTS,
      retryDelayMs: (attempt) => 1000 * attempt,
    }),
    splitLink({
      condition: ({ input }) => input instanceof FormData,
      true: httpLink(options),
      false: httpBatchStreamLink(options),
    }),
  ],
});

async function upload(photo: Uint8Array<ArrayBuffer>): Promise<void> {
  const form = new FormData();
  form.set('photo', new File([photo], 'photo'));
  form.set('candidates', '2');
  const { alt, candidates } = await client.caption.create.mutate(form);
  console.log(`alt text: ${alt}`);
  for (const { text, confidence } of candidates) {
    console.log(`caption: ${text} (confidence ${confidence.toFixed(2)})`);
  }
}

async function stream(photo: Uint8Array<ArrayBuffer>): Promise<void> {
  const base64 = Buffer.from(photo).toString('base64');
  const events = await client.caption.stream.mutate({ photo: base64, options: { maxWords: 12 } });
  for await (const event of events) {
    if (event.kind === 'word') {
      console.log(`word: ${event.word.text} (probability ${event.word.probability.toFixed(2)})`);
    } else {
      console.log(`in ${Math.round(event.caption.timings.total)} ms: ${event.caption.alt}`);
    }
  }
}

/** Only errors that the server answered with have data; their code is one of the README's table. */
function describe(error: unknown): string {
  if (!(error instanceof TRPCClientError)) return String(error);
  const { data, message } = error as TRPCClientError<AppRouter>;
  return data ? `${data.negarCode}: ${message}` : `${server} does not answer: ${message}`;
}

try {
  const [path] = process.argv.slice(2);
  if (!path) throw new Error('Name a photo: npx tsx examples/client.ts photo.jpg');
  const photo = new Uint8Array(await readFile(path));
  const { id, version } = await client.model.info.query();
  console.log(`model: ${id} ${version}`);
  await upload(photo);
  await stream(photo);
} catch (error) {
  console.error(describe(error));
  process.exitCode = 1;
}
