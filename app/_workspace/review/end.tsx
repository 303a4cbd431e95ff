'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Button } from '../../_components/button';
import type { Collection } from '../data/kinds';
import { useTRPC } from '../data/trpc';
import { Blank } from './blank';
import { setView, useDesk } from './desk-store';
import type { Queue } from './use-queue';
import type { Review } from './use-review';
import { TO_REVIEW } from './view-address';

interface EndProps {
  readonly collection: Collection;
  readonly queue: Queue;
  readonly review: Review;
}

/** What comes after the last image. */
export function End({ collection, queue, review }: EndProps) {
  const t = useTranslations('workspace.end');
  const trpc = useTRPC();
  const filter = useDesk(({ view }) => view.filter);
  const { data } = useQuery(trpc.collections.stats.queryOptions({ id: collection.id }));
  const left = data ? data.states.draft + data.states.edited : 0;
  return (
    <Blank title={t('title')} text={t('text', { left })}>
      {left > 0 && (
        <Button
          look="primary"
          onClick={() =>
            filter === TO_REVIEW ? void queue.restart() : setView({ filter: TO_REVIEW })
          }
        >
          {t('again')}
        </Button>
      )}
      <Button onClick={review.previous}>{t('back')}</Button>
    </Blank>
  );
}
