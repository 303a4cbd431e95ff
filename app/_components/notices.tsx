'use client';

import { useTranslations } from 'use-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { usePhotos } from '../_lib/photos';
import { useSettings } from '../_lib/settings';
import { bringBack } from '../_lib/work';
import { Button } from './button';

interface NoticesProps {
  readonly isOnline: boolean;
  readonly isKept: boolean;
}

/** What holds for all photos: no network, nothing kept, something removed. */
export function Notices({ isOnline, isKept }: NoticesProps) {
  const t = useTranslations('notice');
  const isPrivate = useSettings((settings) => settings.private);
  const removed = usePhotos((state) => state.removed);
  const isEmpty = usePhotos(({ photos }) => photos.size === 0);
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (removed && isEmpty) undo.current?.focus();
  }, [removed, isEmpty]);
  return (
    <div className="grid gap-2 pt-4 empty:hidden">
      {!isOnline && <Notice>{isPrivate ? t('offlinePrivate') : t('offline')}</Notice>}
      {!isKept && <Notice>{t('notKept')}</Notice>}
      {removed && (
        <Notice>
          <bdi>{t('removed', { name: removed.name })}</bdi>
          <Button ref={undo} onClick={bringBack}>
            {t('undo')}
          </Button>
          <Button look="quiet" onClick={() => usePhotos.setState({ removed: undefined })}>
            {t('dismiss')}
          </Button>
        </Notice>
      )}
    </div>
  );
}

function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <div className="flex animate-arrive flex-wrap items-center gap-x-4 gap-y-2 rounded-m border border-glow bg-glow-soft px-4 py-2">
      {children}
    </div>
  );
}
