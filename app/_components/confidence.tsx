'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { mayBeWrong } from '../_lib/alt';
import type { EngineCaption } from '../_lib/engine';
import { Sureness } from './sureness';

interface ConfidenceProps {
  readonly caption: EngineCaption;
  /** Index of the candidate. */
  readonly chosen: number;
}

/** How sure the model is: in dots, in words, as a number, and plainly where it may be wrong. */
export function Confidence({ caption, chosen }: ConfidenceProps) {
  const t = useTranslations('confidence');
  return (
    <div className="grid gap-2">
      <Sureness confidence={caption.candidates[chosen].confidence} />
      {mayBeWrong(caption, chosen) && (
        <p className="flex items-start gap-2 font-bold text-warn">
          <TriangleAlert aria-hidden="true" className="mt-[0.2em] size-[1em] shrink-0" />
          {t('hedge')}
        </p>
      )}
    </div>
  );
}
