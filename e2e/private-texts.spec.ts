import { expect, type Worker } from 'playwright/test';
import type { News, TextTask } from '../app/_lib/private/protocol';
import { startPrivateMode } from './private';
import { test } from './test';

const TEXTS = [
  'A dog runs on the grass.',
  'two people are sitting on a boat in the water',
  'The team won the final on Sunday.\nA child in a red shirt plays — 犬 🐕!',
];

test('server and browser read texts alike', async ({ page, server }) => {
  test.setTimeout(240_000);
  await page.goto(server.url);
  const worker = await startPrivateMode(page);
  for (const text of TEXTS) {
    expectSameTopics(
      await inBrowser(worker, { name: 'topic' }, text),
      await onServer(server.url, 'topic', { text }),
    );
    expect(tags(await inBrowser(worker, { name: 'tag' }, text))).toEqual(
      tags(await onServer(server.url, 'tag', { text })),
    );
    const languages = ['de', 'fr', 'cs', 'fa'] as const;
    expect(await inBrowser(worker, { name: 'translate', languages }, text)).toEqual(
      await onServer(server.url, 'translate', { text, languages }),
    );
  }
  await expect(inBrowser(worker, { name: 'tag' }, ' ')).rejects.toThrow('TEXT_EMPTY');
});

interface Topics {
  readonly topics: readonly { readonly label: string; readonly probability: number }[];
}

/** Probabilities may differ by 0.001, the order of the topics not at all. */
function expectSameTopics(one: object, other: object): void {
  const { topics } = one as Topics;
  const { topics: others } = other as Topics;
  expect(topics.map(({ label }) => label)).toEqual(others.map(({ label }) => label));
  for (const [i, { probability }] of topics.entries()) {
    expect(Math.abs(probability - others[i].probability)).toBeLessThan(1e-3);
  }
}

function tags(answer: object): [string, string][] {
  const { words } = answer as { words: { text: string; tag: string }[] };
  return words.map(({ text, tag }) => [text, tag]);
}

async function onServer(url: string, name: string, input: object): Promise<object> {
  const response = await fetch(`${url}/api/trpc/text.${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  const { result } = (await response.json()) as { result: { data: object } };
  return result.data;
}

/** Asks the page's own worker, as the page does. */
async function inBrowser(worker: Worker, task: TextTask, text: string): Promise<object> {
  const news = await worker.evaluate(
    (asked) =>
      new Promise<News>((resolve) => {
        self.postMessage = (message: News) => {
          if (message.kind !== 'downloading' && message.kind !== 'starting') resolve(message);
        };
        const data = { kind: 'text', ...asked, flag: new Int32Array(1) };
        self.dispatchEvent(new MessageEvent('message', { data }));
      }),
    { task, text },
  );
  if (news.kind === 'text') return news.result;
  throw new Error(JSON.stringify(news));
}
