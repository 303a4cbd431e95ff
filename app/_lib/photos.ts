import { create } from 'zustand';
import type { Photo, Progress } from './photo';

interface Photos {
  /** By id. */
  readonly photos: ReadonlyMap<string, Photo>;
  /** What was removed last and can be brought back. */
  readonly removed?: Photo;
}

/** The photos that this tab shows. */
export const usePhotos = create<Photos>()(() => ({ photos: new Map() }));

export function photoOf(id: string): Photo | undefined {
  return usePhotos.getState().photos.get(id);
}

export function showPhotos(shown: Iterable<Photo>): void {
  const photos = new Map(usePhotos.getState().photos);
  for (const photo of shown) photos.set(photo.id, photo);
  usePhotos.setState({ photos });
}

/** Changes a photo, unless it has been removed. */
export function changePhoto(id: string, change: Partial<Photo>): void {
  const photo = photoOf(id);
  if (photo) showPhotos([{ ...photo, ...change }]);
}

export function setProgress(id: string, progress: Progress): void {
  changePhoto(id, { progress });
}

export function hidePhotos(ids: Iterable<string>): void {
  const photos = new Map(usePhotos.getState().photos);
  for (const id of ids) photos.delete(id);
  usePhotos.setState({ photos });
}
