'use client';

import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useFormatter, useNow, useTranslations } from 'use-intl';
import type { Job, JobDetail } from '../data/kinds';
import { useTRPC } from '../data/trpc';
import { Failures } from './failures';
import { JobButtons } from './job-buttons';
import { useToldProgress } from './use-told-progress';

/** How often a running job is looked at. */
const LOOK_MS = 1000;
/** How often it says how long ago it was begun. */
const CLOCK_MS = 10_000;

/** One job: how far it is, how fast, and what can be done with it. */
export function JobCard({ job: listed }: { readonly job: Job }) {
  const t = useTranslations('workspace.jobs');
  const format = useFormatter();
  const now = useNow({ updateInterval: CLOCK_MS });
  const trpc = useTRPC();
  const id = useId();
  const isRunning = (state: Job['state']) => state === 'running' || state === 'paused';
  const { data } = useQuery(
    trpc.jobs.get.queryOptions(
      { id: listed.id },
      {
        enabled: isRunning(listed.state),
        staleTime: 0,
        refetchInterval: ({ state }) =>
          isRunning(state.data?.state ?? listed.state) ? LOOK_MS : false,
      },
    ),
  );
  const job: Job & Partial<JobDetail> = data ?? listed;
  const { progress } = job;
  const over = progress.done + progress.failed + progress.cancelled;
  useToldProgress(job);

  return (
    <article aria-labelledby={id} className="grid gap-3 border-t border-line pt-4">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 id={id} className="min-w-0 font-serif text-2xl leading-tight [overflow-wrap:anywhere]">
          <bdi>{job.name}</bdi>
        </h3>
        <p>
          <span className="font-bold">{t(`states.${job.state}`)}</span>{' '}
          <span className="text-muted">
            {t(`kinds.${job.kind}`)}, {format.relativeTime(new Date(job.createdAt), now)}
          </span>
        </p>
      </header>
      <progress
        aria-labelledby={id}
        value={progress.total > 0 ? over / progress.total : 1}
        className="h-3 w-full"
      />
      <p className="figures text-muted">
        {t('progress', { done: progress.done, failed: progress.failed, total: progress.total })}
        {job.rate
          ? ` ${t('rate', { rate: format.number(job.rate, { maximumFractionDigits: 1 }) })}`
          : ''}
        {job.secondsLeft ? ` ${t('left', { minutes: Math.ceil(job.secondsLeft / 60) })}` : ''}
      </p>
      <JobButtons job={job} />
      {progress.failed > 0 && <Failures job={job} />}
    </article>
  );
}
