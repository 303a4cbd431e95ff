'use client';

import { useTranslations } from 'use-intl';
import type { FailureCode } from '../_lib/failure';
import { Button } from './button';

interface TextFailureProps {
  readonly code: FailureCode;
  readonly onRetry: () => void;
}

/** Why a text could not be read. */
export function TextFailure({ code, onRetry }: TextFailureProps) {
  const t = useTranslations('failure');
  return (
    <div role="alert" className="grid justify-items-start gap-2 border-s-4 border-danger ps-4">
      <p>{t(`texts.${code}`)}</p>
      <p>
        <code className="text-sm text-muted">{code}</code>
      </p>
      <Button onClick={onRetry}>{t('retry')}</Button>
    </div>
  );
}
