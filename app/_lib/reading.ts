import PQueue from 'p-queue';
import { altOf } from './alt';
import { textsFor } from './engines';
import { BusyError, failureCode } from './failure';
import type { Described, Reading } from './photo';
import { photoOf, setProgress, usePhotos } from './photos';
import { useSettings } from './settings';
import type { TextEngine } from './texts';

/** Keeps the keywords and the translations of finished photos up to date, one photo at a time. */

/** After the last change of a text. */
const PATIENCE_MS = 600;
/** How often a busy server is asked. */
const TRIES = 10;

const queue = new PQueue({ concurrency: 1 });
/** What is about to be read, by photo. */
const awaited = new Map<string, { asked: string; timer: ReturnType<typeof setTimeout> }>();

/** What is to be read of a photo. */
type Asked = Pick<Reading, 'caption' | 'alt' | 'languages'>;

/** @returns what ends it. */
export function startReading(): () => void {
  const ends = [usePhotos.subscribe(lookAtAll), useSettings.subscribe(lookAtAll)];
  lookAtAll();
  return () => {
    for (const end of ends) end();
    for (const { timer } of awaited.values()) clearTimeout(timer);
    awaited.clear();
  };
}

/** Reads a photo's texts again after a failure. */
export function readAgain(id: string): void {
  void queue.add(() => read(id));
}

function lookAtAll(): void {
  for (const { id, progress } of usePhotos.getState().photos.values()) {
    if (progress.step !== 'done') continue;
    const asked = askedOf(progress);
    if (!isAnswer(progress.reading, asked)) awaitQuiet(id, JSON.stringify(asked));
  }
}

function awaitQuiet(id: string, asked: string): void {
  const before = awaited.get(id);
  if (before?.asked === asked) return;
  clearTimeout(before?.timer);
  const timer = setTimeout(() => {
    awaited.delete(id);
    readAgain(id);
  }, PATIENCE_MS);
  awaited.set(id, { asked, timer });
}

function askedOf(described: Described): Asked {
  const { caption, chosen } = described;
  const { languages } = useSettings.getState();
  return { caption: caption.candidates[chosen].text, alt: altOf(described), languages };
}

function isAnswer(reading: Reading | undefined, { caption, alt, languages }: Asked): boolean {
  return (
    reading?.caption === caption &&
    reading.alt === alt &&
    reading.languages.join() === languages.join()
  );
}

async function read(id: string): Promise<void> {
  const photo = photoOf(id);
  if (photo?.progress.step !== 'done') return;
  const asked = askedOf(photo.progress);
  const reading = await readTexts(textsFor(photo), asked, photo.progress.reading);
  const now = photoOf(id)?.progress;
  if (now?.step === 'done') setProgress(id, { ...now, reading });
}

/** @param known what need not be read again. */
async function readTexts(
  texts: TextEngine,
  asked: Asked,
  known: Reading | undefined,
): Promise<Reading> {
  const { caption, alt, languages } = asked;
  const { signal } = new AbortController();
  const isKnown = known?.caption === caption && known.keywords !== undefined;
  let reading: Reading = {
    ...asked,
    translations: [],
    ...(isKnown && { keywords: known.keywords }),
  };
  try {
    if (!isKnown) {
      const { keywords } = await unlessBusy(() => texts.tag(caption, signal));
      reading = { ...reading, keywords };
    }
    if (languages.length === 0 || alt.trim() === '') return reading;
    const { translations } = await unlessBusy(() => texts.translate(alt, languages, signal));
    return { ...reading, translations };
  } catch (error) {
    return { ...reading, failure: failureCode(error) };
  }
}

async function unlessBusy<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof BusyError) || attempt === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, error.retryAfter * 1000));
    }
  }
}
