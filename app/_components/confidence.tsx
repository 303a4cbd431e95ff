'use client';

import { TriangleAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { mayBeWrong, sureness } from '../_lib/alt';
import type { EngineCaption } from '../_lib/engine';
import { Nuqtas } from './nuqtas';

const DOTS = 5;

interface ConfidenceProps {
  readonly caption: EngineCaption;
  /** Index of the candidate. */
  readonly chosen: number;
}

/** How sure the model is: in dots, in words, as a number, and plainly where it may be wrong. */
export function Confidence({ caption, chosen }: ConfidenceProps) {
  const t = useTranslations('confidence');
  const format = useFormatter();
  const { confidence } = caption.candidates[chosen];
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-x-3">
        <Nuqtas filled={Math.round(confidence * DOTS)} of={DOTS} />
        <span className="font-bold">{t(sureness(confidence))}</span>
        <span className="text-muted figures">
          {t('value', { value: format.number(confidence, { style: 'percent' }) })}
        </span>
      </p>
      {mayBeWrong(caption, chosen) && (
        <p className="flex items-start gap-2 font-bold text-warn">
          <TriangleAlert aria-hidden="true" className="mt-[0.2em] size-[1em] shrink-0" />
          {t('hedge')}
        </p>
      )}
    </div>
  );
}
