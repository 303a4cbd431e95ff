'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../_components/button';
import type { Job } from '../data/kinds';
import { useTRPC } from '../data/trpc';
import { Problem } from '../parts/problem';

/** The items of a job that failed, and why. */
export function Failures({ job }: { readonly job: Job }) {
  const t = useTranslations('workspace.jobs');
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="target inline-flex items-center">
        {t('failures', { count: job.progress.failed })}
      </summary>
      {isOpen && <FailureList id={job.id} />}
    </details>
  );
}

function FailureList({ id }: { readonly id: string }) {
  const t = useTranslations('workspace.jobs');
  const reasons = useTranslations('failure.texts');
  const trpc = useTRPC();
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery(
    trpc.jobs.items.infiniteQueryOptions(
      { id, state: 'failed', limit: 100 },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
  );
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="grid gap-2">
      {error && <Problem error={error} />}
      <ul className="border-s-4 border-danger ps-3">
        {items.map(({ id: item, name, error: reason, canRetry }) => (
          <li key={item} className="py-1">
            <bdi className="font-bold [overflow-wrap:anywhere]">{name}</bdi>:{' '}
            {reason && reasons(reason.code)}{' '}
            {reason && <code className="text-sm text-muted">{reason.code}</code>}{' '}
            {!canRetry && <span className="text-muted">{t('noRetry')}</span>}
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button className="justify-self-start" onClick={() => void fetchNextPage()}>
          {t('moreFailures')}
        </Button>
      )}
    </div>
  );
}
