import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { NegarError } from '../../models/errors';
import { setRuntime } from '../runtime';
import type { Storage } from '../storage/storage';
import { contextOf } from '../testing/context';
import { fakeInference } from '../testing/fake-inference';
import { openMemoryStorage, workspaceOf } from '../testing/memory-storage';
import { storeItems } from '../testing/stored-items';
import { answerDownload } from './downloads';

let storage: Storage;
let collectionId: string;
beforeAll(async () => {
  storage = await openMemoryStorage();
  ({ collectionId } = await storeItems(storage.database, [{}, { caption: 'a cat' }]));
});
afterAll(() => storage.close());

function download(file: string, query: string, inference = fakeInference()): Promise<Response> {
  const context = contextOf({ inference, workspace: workspaceOf(storage) });
  setRuntime({ ...context, log: pino({ level: 'silent' }) });
  const url = `http://localhost/api/exports/${collectionId}/${file}?${query}`;
  return answerDownload(new Request(url), collectionId, file);
}

/** Reads a file that is sent as pieces of text, which Next encodes. */
async function textOf({ body }: Response): Promise<string> {
  let text = '';
  for await (const piece of body as unknown as AsyncIterable<string>) text += piece;
  return text;
}

it('holds the languages that the address names', async () => {
  const csv = await textOf(await download('alt-texts.csv', 'languages=fa,de'));
  expect(csv.split('\r\n')[0]).toMatch(/,hash,alt_fa,alt_de$/);
  expect(csv).toContain('"fa: A dog.","de: A dog."');
  const json = await textOf(await download('alt-texts.json', 'languages=de'));
  expect(JSON.parse(json)).toMatchObject([
    { alt_de: 'de: A dog.' },
    { alt: 'A cat.', alt_de: 'de: A cat.' },
  ]);
  const html = await textOf(await download('alt-texts.html', 'languages=fa'));
  expect(html).toContain('alt="fa: A cat." lang="fa" dir="rtl"');
  const plain = await textOf(await download('alt-texts.csv', 'languages='));
  expect(plain).not.toContain('alt_');
});

it('is refused with a code where it cannot be translated', async () => {
  const missing = new NegarError('ARTEFACT_MISSING', 'There is no translator.');
  const inference = { ...fakeInference(), translateInBackground: () => Promise.reject(missing) };
  const refused = await download('alt-texts.csv', 'languages=de', inference);
  expect(refused.status).toBe(500);
  expect(await refused.text()).toContain('ARTEFACT_MISSING');
  expect((await download('alt-texts.csv', '', inference)).status).toBe(200);
  const unknown = await download('alt-texts.csv', 'languages=xx');
  expect(unknown.status).toBe(400);
});
