import { expect, it } from 'vitest';
import { NegarError, throwIfCancelled } from '../../models/errors';
import type { Target } from '../../models/sequence/languages';
import { fakeInference } from '../testing/fake-inference';
import type { ExportRow, TranslatedRow } from './row';
import { translateRows } from './translate-rows';

const LANGUAGES = ['de', 'fa'] as const;

function rowsOf(...alts: string[]): ExportRow[] {
  return alts.map((alt, id) => ({ id, alt }) as ExportRow);
}

async function all(rows: AsyncIterable<TranslatedRow>): Promise<TranslatedRow[]> {
  const read = [];
  for await (const row of rows) read.push(row);
  return read;
}

/** A translator that answers when it is told to. */
function heldInference() {
  const waiting: (() => void)[] = [];
  const signals: (AbortSignal | undefined)[] = [];
  const { translateInBackground } = fakeInference();
  return {
    waiting,
    signals,
    async translateInBackground(text: string, languages: readonly Target[], signal?: AbortSignal) {
      signals.push(signal);
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        signal?.addEventListener('abort', () => resolve());
      });
      throwIfCancelled(signal);
      return translateInBackground(text, languages, signal);
    },
  };
}

it('adds each language, and nothing to an empty text', async () => {
  const inference = fakeInference();
  expect(
    await all(translateRows(rowsOf('A dog.', ''), { inference, languages: LANGUAGES })),
  ).toEqual([
    { id: 0, alt: 'A dog.', alt_de: 'de: A dog.', alt_fa: 'fa: A dog.' },
    { id: 1, alt: '', alt_de: '', alt_fa: '' },
  ]);
  const rows = rowsOf('A dog.');
  expect(await all(translateRows(rows, { inference, languages: [] }))).toEqual(rows);
  expect(inference.read).toHaveLength(1);
});

it('leaves out what no translator reads, and fails with everything else', async () => {
  const failing = (code: 'TEXT_EMPTY' | 'TEXT_TOO_LONG' | 'ARTEFACT_MISSING') => ({
    translateInBackground: () => Promise.reject(new NegarError(code, code)),
  });
  for (const code of ['TEXT_EMPTY', 'TEXT_TOO_LONG'] as const) {
    const translating = { inference: failing(code), languages: LANGUAGES };
    expect(await all(translateRows(rowsOf('…'), translating))).toEqual([
      { id: 0, alt: '…', alt_de: '', alt_fa: '' },
    ]);
  }
  const translating = { inference: failing('ARTEFACT_MISSING'), languages: LANGUAGES };
  const rows = all(translateRows(rowsOf('a', 'b', 'c'), translating));
  await expect(rows).rejects.toMatchObject({ code: 'ARTEFACT_MISSING' });
});

it('translates a few rows at a time and keeps their order', async () => {
  const inference = heldInference();
  const alts = Array.from({ length: 9 }, (_, i) => `Number ${i}`);
  const rows = translateRows(rowsOf(...alts), { inference, languages: ['de'] });
  const read = all(rows);
  for (let done = 0; done < alts.length;) {
    await new Promise(setImmediate);
    expect(inference.waiting.length).toBeLessThanOrEqual(4);
    const held = inference.waiting.splice(0).toReversed();
    done += held.length;
    for (const answer of held) answer();
  }
  expect((await read).map(({ alt_de: text }) => text)).toEqual(alts.map((alt) => `de: ${alt}`));
});

it.each(['the reader stops', 'the caller cancels'])('ends its work when %s', async (how) => {
  const inference = heldInference();
  const caller = new AbortController();
  const rows = translateRows(rowsOf('a', 'b', 'c', 'd', 'e'), {
    inference,
    languages: ['de'],
    signal: caller.signal,
  });
  const first = rows.next();
  await new Promise(setImmediate);
  expect(inference.waiting).toHaveLength(4);
  if (how === 'the caller cancels') {
    caller.abort();
    await expect(first).rejects.toMatchObject({ code: 'CANCELLED' });
  } else {
    inference.waiting[0]();
    await first;
    await rows.return(undefined);
  }
  expect(inference.signals.every((signal) => signal?.aborted)).toBe(true);
});
