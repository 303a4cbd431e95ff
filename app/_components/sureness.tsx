'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { sureness } from '../_lib/alt';
import { Nuqtas } from './nuqtas';

const DOTS = 5;

/** How sure the model is: in dots, in words and as a number. */
export function Sureness({ confidence }: { readonly confidence: number }) {
  const t = useTranslations('confidence');
  const format = useFormatter();
  return (
    <p className="flex flex-wrap items-center gap-x-3">
      <Nuqtas filled={Math.round(confidence * DOTS)} of={DOTS} />
      <span className="font-bold">{t(sureness(confidence))}</span>
      <span className="text-muted figures">
        {t('value', { value: format.number(confidence, { style: 'percent' }) })}
      </span>
    </p>
  );
}
