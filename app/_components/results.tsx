'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { inOrder } from '../_lib/photo';
import { usePhotos } from '../_lib/photos';
import { remove } from '../_lib/work';
import { PhotoCard } from './photo-card';
import { Toolbar } from './toolbar';

/** The photos and their words, the newest batch first. */
export function Results({ isOnline }: { readonly isOnline: boolean }) {
  const t = useTranslations('results');
  const photos = inOrder(usePhotos((state) => state.photos).values());
  const list = useRef<HTMLOListElement>(null);
  const focusNext = useRef<string>(undefined);

  // The focus stays where the removed photo was.
  useEffect(() => {
    if (focusNext.current === undefined) return;
    list.current?.querySelector<HTMLElement>(`[data-remove="${focusNext.current}"]`)?.focus();
    focusNext.current = undefined;
  });

  function removeOne(id: string) {
    const at = photos.findIndex((photo) => photo.id === id);
    focusNext.current = (photos[at + 1] ?? photos[at - 1])?.id;
    remove([id]);
  }

  return (
    <section
      id="photos"
      aria-labelledby="photos-title"
      tabIndex={-1}
      className="pb-16 outline-none"
    >
      <h2 id="photos-title" className="sr-only">
        {t('title')}
      </h2>
      <Toolbar photos={photos} />
      <ol ref={list} className="grid gap-8 pt-6 3xl:grid-cols-2 4xl:grid-cols-3">
        {photos.map((photo) => (
          <PhotoCard key={photo.id} photo={photo} isOnline={isOnline} onRemove={removeOne} />
        ))}
      </ol>
    </section>
  );
}
