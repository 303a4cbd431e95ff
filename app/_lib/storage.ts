import { createStore, delMany, getMany, keys, setMany, update } from 'idb-keyval';
import type { Photo, Picture, Reading } from './photo';

/**
 * Keeps photos in this browser, one record each, so that tabs do not overwrite each other's. The
 * picture has a record of its own, since the words change more often.
 */

type Kept = Omit<Photo, 'picture'> & Pick<Picture, 'size'>;

const database = () => createStore('negar', 'photos');
let opened: ReturnType<typeof database> | undefined;
const store = () => (opened ??= database());

const recordKey = (id: string) => `photo:${id}`;
const pictureKey = (id: string) => `picture:${id}`;

/** @param withPicture whether the picture is new. */
export async function keep(photo: Photo, withPicture: boolean): Promise<void> {
  const { picture, ...rest } = photo;
  const record: Kept = { ...rest, progress: lasting(photo), size: picture?.size };
  const entries: [string, unknown][] = [[recordKey(photo.id), record]];
  if (withPicture && picture) entries.push([pictureKey(photo.id), picture.blob]);
  await setMany(entries, store());
}

/** Adds what was read of a kept photo, and leaves the rest as whichever tab kept it last. */
export async function keepReading(id: string, reading: Reading): Promise<void> {
  await update<Kept | undefined>(
    recordKey(id),
    (kept) =>
      kept?.progress.step === 'done' ? { ...kept, progress: { ...kept.progress, reading } } : kept,
    store(),
  );
}

export async function forget(ids: readonly string[]): Promise<void> {
  await delMany(
    ids.flatMap((id) => [recordKey(id), pictureKey(id)]),
    store(),
  );
}

export async function recall(id: string): Promise<Photo | undefined> {
  const [record, blob] = (await getMany([recordKey(id), pictureKey(id)], store())) as [
    Kept | undefined,
    Blob | undefined,
  ];
  if (!record) return undefined;
  const { size, ...photo } = record;
  return blob ? { ...photo, picture: { blob, size } } : photo;
}

export async function recallAll(): Promise<Photo[]> {
  const ids = (await keys<string>(store())).flatMap((key) => /^photo:(.*)/.exec(key)?.[1] ?? []);
  const photos = await Promise.all(ids.map(recall));
  return photos.filter((photo) => photo !== undefined);
}

/** Work under way starts again after a reload. */
function lasting({ progress }: Photo): Photo['progress'] {
  if (progress.step === 'done') return { ...progress, isFresh: false };
  return progress.step === 'failed' ? progress : { step: 'queued' };
}
