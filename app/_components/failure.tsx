'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { type FailureCode, isWorthRetrying } from '../_lib/failure';
import type { Photo } from '../_lib/photo';
import { useSettings } from '../_lib/settings';
import { remove, resume, sendToServer } from '../_lib/work';
import { Button } from './button';

interface FailureProps {
  readonly photo: Photo;
  readonly code: FailureCode;
}

/** Why a photo has no words, and the way on. */
export function Failure({ photo, code }: FailureProps) {
  const t = useTranslations('failure');
  const isPrivate = useSettings((settings) => settings.private) && !photo.mayLeave;
  const canServerHelp = isPrivate && photo.picture && !photo.picture.size;
  return (
    <div className="grid gap-3 border-s-4 border-danger ps-4">
      <p className="flex items-center gap-2 font-serif text-2xl leading-tight">
        <CircleAlert aria-hidden="true" className="size-6 shrink-0 text-danger" />
        {t('title')}
      </p>
      <p className="text-lg leading-snug">{t(`texts.${code}`)}</p>
      <p>
        <code className="text-sm text-muted">{code}</code>
      </p>
      <div className="flex flex-wrap items-center gap-2">
        {canServerHelp && (
          <Button look="primary" onClick={() => sendToServer(photo.id)}>
            {t('server')}
          </Button>
        )}
        {photo.picture && isWorthRetrying(code) && (
          <Button onClick={() => resume(photo)}>{t('retry')}</Button>
        )}
        <Button onClick={() => remove([photo.id])}>{t('remove')}</Button>
        {canServerHelp && <p className="w-full text-muted">{t('serverNote')}</p>}
      </div>
    </div>
  );
}
