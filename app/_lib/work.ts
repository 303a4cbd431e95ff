import PQueue from 'p-queue';
import { engineFor } from './engines';
import { BusyError, failureCode, UnreachableError } from './failure';
import { isOver, type Photo } from './photo';
import { changePhoto, hidePhotos, photoOf, setProgress, showPhotos, usePhotos } from './photos';
import { captionOptions, useSettings } from './settings';
import { shrink } from './shrink';
import { newId, TAB } from './tab';

/** Opens photos one at a time and captions two at a time. */

/** Larger files are not worth keeping where they cannot be shrunk. */
const MAX_BYTES = 20 * 1024 * 1024;
/** How often a busy server is asked about one photo. */
const TRIES = 10;
const MAX_WAIT_SECONDS = 30;

const RESTARTED = Symbol('restarted');

const opening = new PQueue({ concurrency: 1 });
const captioning = new PQueue({ concurrency: 2 });
const running = new Map<string, AbortController>();

export function addFiles(files: readonly File[]): void {
  const added = Date.now();
  const photos = files.map((file, place): Photo => ({
    id: newId(),
    tab: TAB,
    name: file.name,
    added,
    place,
    progress: { step: 'queued' },
  }));
  showPhotos(photos);
  photos.forEach(({ id }, i) => void opening.add(() => open(id, files[i])));
}

/** Goes on with a photo that waits or has failed. */
export function resume({ id, picture }: Photo): void {
  if (picture) {
    setProgress(id, { step: 'queued' });
    void captioning.add(() => caption(id));
  } else setProgress(id, { step: 'failed', code: 'PAGE_CLOSED' });
}

export function retryFailed(): void {
  for (const photo of usePhotos.getState().photos.values()) {
    if (photo.progress.step === 'failed' && photo.picture) resume(photo);
  }
}

/** Lets one photo leave the device although private mode is on. */
export function sendToServer(id: string): void {
  changePhoto(id, { mayLeave: true });
  const photo = photoOf(id);
  if (photo) resume(photo);
}

export function remove(ids: readonly string[]): void {
  const [removed] = ids.length === 1 ? [photoOf(ids[0])] : [];
  for (const id of ids) running.get(id)?.abort();
  hidePhotos(ids);
  usePhotos.setState({ removed });
}

export function bringBack(): void {
  const { removed } = usePhotos.getState();
  if (!removed) return;
  usePhotos.setState({ removed: undefined });
  showPhotos([removed]);
  if (!isOver(removed)) resume(removed);
}

/** Begins what is under way again, with the engine that is now chosen. */
export function restart(): void {
  for (const controller of running.values()) controller.abort(RESTARTED);
}

/** @param isPaused whether photos wait, as they do without a network. */
export function setPaused(isPaused: boolean): void {
  if (isPaused) captioning.pause();
  else captioning.start();
}

async function open(id: string, file: File): Promise<void> {
  if (!photoOf(id)) return;
  const picture = await shrink(file);
  if (file.size === 0) setProgress(id, { step: 'failed', code: 'IMAGE_EMPTY' });
  else if (picture.blob.size > MAX_BYTES)
    setProgress(id, { step: 'failed', code: 'IMAGE_TOO_LARGE' });
  else {
    changePhoto(id, { picture });
    void captioning.add(() => caption(id));
  }
}

async function caption(id: string): Promise<void> {
  for (let attempt = 1; ;) {
    const photo = photoOf(id);
    if (!photo?.picture) return;
    const controller = new AbortController();
    running.set(id, controller);
    const { signal } = controller;
    try {
      await captionOnce(photo, photo.picture.blob, signal);
      return;
    } catch (error) {
      if (signal.aborted && signal.reason !== RESTARTED) return;
      if (signal.aborted) continue;
      if (error instanceof UnreachableError && !navigator.onLine) {
        resume(photo);
        return;
      }
      if (!(error instanceof BusyError) || attempt === TRIES) {
        setProgress(id, { step: 'failed', code: failureCode(error) });
        return;
      }
      attempt++;
      const seconds = Math.min(error.retryAfter, MAX_WAIT_SECONDS);
      setProgress(id, { step: 'waiting', until: Date.now() + seconds * 1000 });
      await pause(seconds, signal);
    } finally {
      if (running.get(id) === controller) running.delete(id);
    }
  }
}

async function captionOnce(photo: Photo, blob: Blob, signal: AbortSignal): Promise<void> {
  const { id } = photo;
  setProgress(id, { step: 'working', words: [] });
  const result = await engineFor(photo).caption(
    blob,
    captionOptions(useSettings.getState()),
    {
      onWord(word) {
        const { progress } = photoOf(id) ?? photo;
        if (progress.step !== 'working' || signal.aborted) return;
        setProgress(id, { step: 'working', words: [...progress.words, word] });
      },
    },
    signal,
  );
  const done = { chosen: 0, isOwn: false, decorative: false, isFresh: true };
  setProgress(id, { step: 'done', caption: result, ...done });
}

/** Waits, unless the signal is aborted meanwhile. */
function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
