'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { altOf } from '../_lib/alt';
import { isOver, type Photo } from '../_lib/photo';
import { usePhotos } from '../_lib/photos';

/** Up to so many photos in work are told one by one, more are counted. */
const FEW = 3;
/** After so many photos of a crowd their number is told. */
const MANY = 10;

/** Tells screen readers what happens, without interrupting them. */
export function Announcer() {
  const t = useTranslations('announce');
  const reasons = useTranslations('failure.texts');
  const [said, setSaid] = useState('');

  function tell({ name, progress }: Photo): string | undefined {
    if (progress.step === 'done') return t('described', { name, text: altOf(progress) });
    if (progress.step === 'failed') {
      return t('failed', { name, reason: reasons(progress.code) });
    }
    return undefined;
  }

  const listen = useEffectEvent(
    (now: ReadonlyMap<string, Photo>, before: ReadonlyMap<string, Photo>) => {
      const added = [...now.values()].filter(
        (photo) => !before.has(photo.id) && !isOver(photo),
      ).length;
      const removed = [...before.keys()].filter((id) => !now.has(id)).length;
      if (added > 0) setSaid(t('added', { count: added }));
      if (removed > 0) setSaid(t('removed', { count: removed }));
      const finished = [...now.values()].filter((photo) => {
        const old = before.get(photo.id);
        return old && isOver(photo) && !isOver(old);
      });
      if (finished.length === 0) return;
      const photos = [...now.values()];
      const left = photos.filter((photo) => !isOver(photo)).length;
      const failed = photos.filter(({ progress }) => progress.step === 'failed').length;
      const done = photos.length - left - failed;
      if (left === 0 && photos.length > FEW) setSaid(t('all', { done, failed }));
      else if (left < FEW) setSaid(finished.map(tell).join(' '));
      else if (done % MANY === 0) setSaid(t('progress', { done, total: photos.length }));
    },
  );
  useEffect(() => usePhotos.subscribe((now, before) => listen(now.photos, before.photos)), []);

  return <output className="sr-only">{said}</output>;
}
