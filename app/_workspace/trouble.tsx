'use client';

import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '../_components/button';
import { codeOf } from './data/trouble-code';

interface TroubleProps {
  readonly title: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** What could not be loaded, why, and the way on. */
export function Trouble({ title, error, onRetry }: TroubleProps) {
  const t = useTranslations('failure');
  const code = codeOf(error);
  return (
    <div
      role="alert"
      className="m-auto grid max-w-[34rem] gap-3 border-s-4 border-danger py-1 ps-4"
    >
      <p className="flex items-center gap-2 font-serif text-2xl leading-tight">
        <CircleAlert aria-hidden="true" className="size-6 shrink-0 text-danger" />
        {title}
      </p>
      <p className="text-lg leading-snug">{t(`texts.${code}`)}</p>
      <p>
        <code className="text-sm text-muted">{code}</code>
      </p>
      <Button look="primary" onClick={onRetry} className="justify-self-start">
        {t('retry')}
      </Button>
    </div>
  );
}
