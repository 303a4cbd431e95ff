import { type BrowserContext, expect, type Page, type Worker } from 'playwright/test';

/** A file as a person chooses it. */
export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function jpeg(buffer: Buffer): ChosenFile {
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer };
}

/** Switches private mode on, and waits until the model is there. @returns the worker that captions. */
export async function startPrivateMode(page: Page): Promise<Worker> {
  await page.getByRole('switch', { name: 'Private mode' }).check();
  await waitUntilReady(page);
  return captionWorker(page);
}

export async function waitUntilReady(page: Page): Promise<void> {
  await expect(page.getByText('Photos stay on this device.')).toBeVisible();
}

/** The worker that captions; its threads are workers, too. */
export async function captionWorker(page: Page): Promise<Worker> {
  await expect.poll(() => page.workers().some(isCaptionWorker)).toBe(true);
  return page.workers().findLast(isCaptionWorker)!;
}

function isCaptionWorker(worker: Worker): boolean {
  return worker.url().includes('turbopack-worker');
}

/** Waits until the page can open without a network. */
export async function waitUntilOffline(page: Page): Promise<void> {
  await expect(page.getByText('Works offline, too.')).toBeVisible();
}

/** @param file a path, or the file itself. */
export async function choosePhoto(page: Page, file: string | ChosenFile): Promise<void> {
  await page.locator('input[type=file]').first().setInputFiles(file);
}

/** Waits for the alt text of the last photo. The server of the tests writes w1, w2 and so on. */
export async function waitForAlt(page: Page, who: 'browser' | 'server'): Promise<string> {
  const text = page.locator('textarea').last();
  await expect(text).toHaveValue(who === 'server' ? /w\d+/i : /^[A-Z][a-z ,’'-]+\.?$/);
  return text.inputValue();
}

/** Addresses and bodies of every request of the context, of its workers, too. */
export function recordRequests(context: BrowserContext): { url: string; bytes: number }[] {
  const requests: { url: string; bytes: number }[] = [];
  context.on('request', (request) => {
    requests.push({ url: request.url(), bytes: request.postDataBuffer()?.length ?? 0 });
  });
  return requests;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of computing. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Computing time of the longest task of a page's main thread in a trace, milliseconds. */
export function longestPageTask(trace: Buffer): number {
  const { traceEvents: events } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid}:${tid}`;
  const mainThreads = events
    .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
    .map(threadOf);
  const tasks = events.filter(
    (event) => event.name.includes('RunTask') && mainThreads.includes(threadOf(event)),
  );
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}
