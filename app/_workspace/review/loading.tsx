'use client';

import { useTranslations } from 'use-intl';

/** Stands where something will be. */
export function Loading() {
  const t = useTranslations('workspace');
  return (
    <output className="m-auto flex items-center gap-3 py-16 text-lg text-muted">
      <span aria-hidden="true" className="nuqta animate-breathe bg-glow" />
      {t('loading')}
    </output>
  );
}
