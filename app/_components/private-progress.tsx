'use client';

import { useTranslations } from 'use-intl';
import type { PrivateStatus } from '../_lib/private/private-engine';

const MEGABYTE = 1e6;

/** How far a model that is loading is, as a sentence. */
export function usePrivateLoading({ state, loaded, total }: PrivateStatus): string | undefined {
  const t = useTranslations('private');
  if (state === 'starting') return t('starting');
  if (state !== 'downloading') return undefined;
  const megabytes = {
    loaded: Math.round(loaded / MEGABYTE),
    total: Math.round(total / MEGABYTE),
  };
  return t('downloading', megabytes);
}

interface PrivateProgressProps {
  readonly status: PrivateStatus;
  readonly label: string;
  readonly className?: string;
}

/** The same as a bar; until the size is known, it tells no share. */
export function PrivateProgress({ status, label, className = '' }: PrivateProgressProps) {
  const { state, loaded, total } = status;
  return (
    <progress
      aria-label={label}
      value={state === 'downloading' && total > 0 ? loaded / total : undefined}
      className={`h-2 w-56 max-w-full ${className}`}
    />
  );
}
