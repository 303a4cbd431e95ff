'use client';

import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Photo } from '../_lib/photo';
import { useSettings } from '../_lib/settings';

interface StatusProps {
  readonly photo: Photo;
  readonly isOnline: boolean;
}

/** What a photo without a caption waits for. */
export function Status({ photo: { picture, progress }, isOnline }: StatusProps) {
  const t = useTranslations('photo');
  const isPrivate = useSettings((settings) => settings.private);
  return (
    <p className="flex items-center gap-2.5">
      <span className="nuqta animate-breathe bg-glow" aria-hidden="true" />
      {progress.step === 'waiting' && <Waiting until={progress.until} />}
      {progress.step === 'working' && t(progress.words.length > 0 ? 'writing' : 'working')}
      {progress.step === 'done' && t('writing')}
      {progress.step === 'queued' &&
        (picture ? t(isOnline || isPrivate ? 'queued' : 'paused') : t('reading'))}
    </p>
  );
}

/** Counts down to the next try. */
function Waiting({ until }: { readonly until: number }) {
  const t = useTranslations('photo');
  const left = () => Math.max(0, Math.ceil((until - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left), 1000);
    return () => clearInterval(timer);
  });
  return t('waiting', { seconds });
}
