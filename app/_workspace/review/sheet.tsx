'use client';

import { useTranslations } from 'use-intl';
import { Sureness } from '../../_components/sureness';
import type { Item } from '../data/kinds';
import { About } from './about';
import { Actions } from './actions';
import { AltField } from './alt-field';
import { Candidates } from './candidates';
import { History } from './history';
import { Picture } from './picture';
import { Present } from './present';
import { Texts } from './texts';
import type { Review } from './use-review';

interface SheetProps {
  readonly item: Item;
  readonly review: Review;
}

/** The image that is open, its words, and what can be done with them. */
export function Sheet({ item, review }: SheetProps) {
  const t = useTranslations('workspace');
  const { index, total, detail } = review;
  const state = t(`states.${item.state}`);
  const isByPerson = item.reviewer !== null && item.state !== 'draft';
  return (
    <article
      aria-label={t('item.label')}
      className="@container flex grow flex-col gap-5 pt-4 lg:pt-5"
    >
      <header className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="min-w-0 truncate text-muted">
          <bdi>{item.name}</bdi>
        </h2>
        <p className="flex items-baseline gap-4">
          <span className="font-bold">
            {isByPerson ? t('by', { state, name: item.reviewer ?? '' }) : state}
          </span>
          <span className="text-muted figures">{t('item.place', { place: index + 1, total })}</span>
        </p>
      </header>
      <div className="grid grow content-start gap-x-8 gap-y-5 @2xl:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)]">
        <Picture key={item.id} item={item} />
        <div className="grid min-w-0 content-start gap-4">
          <Present item={item} onTake={review.take} />
          <AltField item={item} review={review} />
          <Sureness confidence={item.confidence} />
          <Candidates item={item} review={review} />
          <Texts item={item} detail={detail} />
          {detail && <History detail={detail} />}
          {detail && <About detail={detail} />}
        </div>
      </div>
      <Actions review={review} />
    </article>
  );
}
