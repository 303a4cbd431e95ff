'use client';

import { useFormatter, useTranslations } from 'use-intl';
import type { Item } from '../data/kinds';
import { Trouble } from '../trouble';
import { Kbd } from './kbd';
import { useReviewer } from './reviewer';
import type { Review } from './use-review';

interface CandidatesProps {
  readonly item: Item;
  readonly review: Review;
}

/** What the model wrote, each with the key that takes it. */
export function Candidates({ item, review }: CandidatesProps) {
  const t = useTranslations('workspace');
  const format = useFormatter();
  const hasKeys = useReviewer(({ shortcuts }) => shortcuts);
  const { detail, detailError, choose, reload } = review;
  if (!detail) {
    return detailError ? (
      <Trouble title={t('trouble.item')} error={detailError} onRetry={reload} />
    ) : (
      <p className="min-h-32 text-muted">{t('item.suggestionsLoading')}</p>
    );
  }
  return (
    <section aria-labelledby="suggestions">
      <h3 id="suggestions" className="mb-1 text-muted">
        {t('item.suggestions')}
      </h3>
      <ol className="-mx-2 grid">
        {detail.candidates.map(({ alt, confidence }, i) => (
          <li key={i}>
            <button
              type="button"
              aria-pressed={alt === item.alt}
              aria-keyshortcuts={hasKeys ? String(i + 1) : undefined}
              onClick={() => choose(i + 1)}
              className="grid w-full grid-cols-[auto_1fr_auto] items-start gap-x-3 rounded-m px-2 py-1.5 text-start hover:bg-sunken aria-pressed:font-bold"
            >
              <span className="leading-snug">
                <Kbd>{format.number(i + 1)}</Kbd>
              </span>
              <span lang="en" dir="ltr" className="text-start leading-snug wrap-anywhere">
                {alt}
              </span>
              <span className="text-muted figures">
                {format.number(confidence, { style: 'percent' })}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
