'use client';

import { useTranslations } from 'use-intl';
import type { Collection } from '../data/kinds';
import { Trouble } from '../trouble';
import { Conflicts } from './conflicts';
import { useDesk } from './desk-store';
import { End } from './end';
import { HelpDialog } from './help-dialog';
import { Loading } from './loading';
import { NameDialog } from './name-dialog';
import { Notices } from './notices';
import { Nothing } from './nothing';
import { QueuePane } from './queue-pane';
import { RulesDialog } from './rules-dialog';
import { Sheet } from './sheet';
import { Tools } from './tools';
import { useCommands } from './use-commands';
import { useQueue } from './use-queue';
import { useReview } from './use-review';

interface TableProps {
  readonly collections: readonly Collection[];
  readonly collection: Collection;
}

/** The list of a collection, and beside it the image that is open. */
export function Table({ collections, collection }: TableProps) {
  const t = useTranslations('workspace');
  const queue = useQueue(collection.id);
  const review = useReview(queue);
  const isListOpen = useDesk((desk) => desk.isListOpen);
  useCommands(review);
  return (
    <>
      <Tools collections={collections} collection={collection} />
      <Notices review={review} />
      <div className="grid grow lg:h-0 lg:min-h-[34rem] lg:grid-cols-[minmax(18rem,25rem)_minmax(0,1fr)]">
        <QueuePane collectionId={collection.id} queue={queue} review={review} />
        <section
          id="stage"
          tabIndex={-1}
          className={`${isListOpen ? 'max-lg:hidden' : ''} flex min-w-0 flex-col outline-none lg:overflow-y-auto lg:ps-8 lg:pe-1.5`}
        >
          {queue.list.isPending && <Loading />}
          {queue.list.isError && queue.items.length === 0 && (
            <Trouble
              title={t('trouble.list')}
              error={queue.list.error}
              onRetry={() => void queue.list.refetch()}
            />
          )}
          {queue.list.isSuccess && queue.total === 0 && <Nothing collection={collection} />}
          {queue.isEnd && queue.total > 0 && (
            <End collection={collection} queue={queue} review={review} />
          )}
          {review.item && <Sheet item={review.item} review={review} />}
        </section>
      </div>
      <HelpDialog />
      <NameDialog />
      <RulesDialog collection={collection} />
      <Conflicts apply={review.apply} />
    </>
  );
}
