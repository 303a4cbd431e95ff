'use client';

import { useTranslations } from 'use-intl';
import { Button } from '../../_components/button';
import type { Collection } from '../data/kinds';
import { AddLink } from '../parts/add-link';
import { Blank } from './blank';
import { setView, useDesk } from './desk-store';
import { TO_REVIEW } from './view-address';

/** Why the list is empty. */
export function Nothing({ collection }: { readonly collection: Collection }) {
  const t = useTranslations('workspace');
  const { filter } = useDesk(({ view }) => view);
  if (collection.items === 0) {
    return (
      <Blank title={t('nothing.none')} text={t('nothing.noneText')}>
        <AddLink collectionId={collection.id} />
      </Blank>
    );
  }
  const isAllReviewed = JSON.stringify(filter) === JSON.stringify(TO_REVIEW);
  return isAllReviewed ? (
    <Blank title={t('nothing.reviewed')} text={t('nothing.reviewedText')}>
      <Button onClick={() => setView({ filter: {} })}>{t('filters.clear')}</Button>
    </Blank>
  ) : (
    <Blank title={t('nothing.matches')} text={t('nothing.matchesText')}>
      <Button look="primary" onClick={() => setView({ filter: TO_REVIEW })}>
        {t('filters.toReview')}
      </Button>
      <Button onClick={() => setView({ filter: {} })}>{t('filters.clear')}</Button>
    </Blank>
  );
}
