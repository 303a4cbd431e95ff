'use client';

import { useTranslations } from 'use-intl';
import { PrivateProgress, usePrivateLoading } from '../_components/private-progress';
import { useSettings } from '../_lib/settings';
import { usePrivateStatus } from '../_lib/use-private-status';

/** Says that a text is being read, and in private mode how far the models for it are. */
export function Reading({ isReading }: { readonly isReading: boolean }) {
  const t = useTranslations('text');
  const isPrivate = useSettings((settings) => settings.private);
  const status = usePrivateStatus();
  const loading = usePrivateLoading(status);
  return (
    <>
      <output className="text-muted">{isReading && t('reading')}</output>
      {isReading && isPrivate && loading && (
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
          <span aria-hidden="true">{loading}</span>
          <PrivateProgress status={status} label={loading} />
        </span>
      )}
    </>
  );
}
