'use client';

import { useTranslations } from 'use-intl';
import { Button } from '../../_components/button';
import { useDesk } from './desk-store';
import { Filters } from './filters';
import { QueueHead } from './queue-head';
import { Rows } from './rows';
import type { Queue } from './use-queue';
import type { Review } from './use-review';

interface QueuePaneProps {
  readonly collectionId: string;
  readonly queue: Queue;
  readonly review: Review;
}

/** What the list holds, and the list. On narrow screens it takes the place of the image. */
export function QueuePane({ collectionId, queue, review }: QueuePaneProps) {
  const t = useTranslations('workspace.queue');
  const { isListOpen, isFiltering } = useDesk();
  return (
    <section
      aria-label={t('label')}
      className={`${isListOpen ? '' : 'max-lg:hidden'} flex min-h-0 min-w-0 flex-col border-line max-lg:h-[80dvh] lg:border-e`}
    >
      <Button
        look="plain"
        className="mt-3 lg:hidden"
        onClick={() => useDesk.setState({ isListOpen: false })}
      >
        {t('hide')}
      </Button>
      <QueueHead queue={queue} />
      {isFiltering ? (
        <Filters collectionId={collectionId} />
      ) : (
        <Rows queue={queue} review={review} />
      )}
    </section>
  );
}
