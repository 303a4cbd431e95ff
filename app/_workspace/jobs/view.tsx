'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Button } from '../../_components/button';
import { useTRPC } from '../data/trpc';
import { AddLink } from '../parts/add-link';
import { Blank } from '../review/blank';
import { Loading } from '../review/loading';
import { Trouble } from '../trouble';
import { JobCard } from './job-card';

/** How often the list looks for jobs that somebody else began. */
const LOOK_MS = 10_000;

/** Every job, the newest first. */
export function View() {
  const t = useTranslations('workspace.jobs');
  const trpc = useTRPC();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(
    trpc.jobs.list.infiniteQueryOptions(
      { limit: 20 },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined, refetchInterval: LOOK_MS },
    ),
  );
  if (!data && error) {
    return <Trouble title={t('trouble')} error={error} onRetry={() => void refetch()} />;
  }
  if (!data) return <Loading />;
  const jobs = data.pages.flatMap((page) => page.jobs);
  if (jobs.length === 0) {
    return (
      <Blank title={t('none')} text={t('noneText')}>
        <AddLink />
      </Blank>
    );
  }
  return (
    <div className="grid max-w-[64rem] gap-6 py-6">
      <h2 className="font-serif text-3xl leading-tight font-medium">{t('title')}</h2>
      <ul className="grid gap-8">
        {jobs.map((job) => (
          <li key={job.id}>
            <JobCard job={job} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button
          className="justify-self-start"
          disabled={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </div>
  );
}
