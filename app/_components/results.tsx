'use client';

import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { inOrder } from '../_lib/photo';
import { usePhotos } from '../_lib/photos';
import { TAB } from '../_lib/tab';
import { PhotoCard } from './photo-card';
import { Toolbar } from './toolbar';

const JUST_NOW_MS = 1000;

/** The photos and their words, the newest batch first. */
export function Results({ isOnline }: { readonly isOnline: boolean }) {
  const t = useTranslations('results');
  const photos = inOrder(usePhotos((state) => state.photos).values());
  const section = useRef<HTMLElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const shown = useRef<readonly string[]>([]);

  // The focus stays where a removed photo was.
  useEffect(() => {
    const ids = photos.map(({ id }) => id);
    const gone = shown.current.findIndex((id) => !ids.includes(id));
    shown.current = ids;
    if (gone < 0 || document.activeElement !== document.body) return;
    const buttons = list.current?.querySelectorAll<HTMLElement>('[data-remove]');
    buttons?.[Math.min(gone, ids.length - 1)]?.focus();
  });

  // What was just added comes into view.
  const newest = photos[0];
  useEffect(() => {
    if (newest.tab !== TAB || Date.now() - newest.added > JUST_NOW_MS) return;
    section.current?.scrollIntoView();
  }, [newest.tab, newest.added]);

  return (
    <section
      ref={section}
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
        {photos.map((photo, i) => (
          <PhotoCard key={photo.id} photo={photo} isFirst={i === 0} isOnline={isOnline} />
        ))}
      </ol>
    </section>
  );
}
