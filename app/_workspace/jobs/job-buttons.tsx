'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pause, Play, RotateCcw, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../_components/button';
import { Modal } from '../../_components/modal';
import type { Job } from '../data/kinds';
import { useTRPC } from '../data/trpc';
import { Problem } from '../parts/problem';

/** Pause, resume, cancel, and another try for what failed. */
export function JobButtons({ job }: { readonly job: Job }) {
  const t = useTranslations('workspace.jobs');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const options = { onSettled: () => void queries.invalidateQueries() };
  const pause = useMutation(trpc.jobs.pause.mutationOptions(options));
  const resume = useMutation(trpc.jobs.resume.mutationOptions(options));
  const cancel = useMutation(trpc.jobs.cancel.mutationOptions(options));
  const retry = useMutation(trpc.jobs.retryFailed.mutationOptions(options));
  const { id, name, state, progress } = job;
  const error = pause.error ?? resume.error ?? cancel.error ?? retry.error;

  return (
    <div className="grid gap-2 empty:hidden">
      <div className="flex flex-wrap gap-3 empty:hidden">
        {state === 'running' && (
          <Button onClick={() => pause.mutate({ id })}>
            <Pause aria-hidden="true" className="size-5" />
            {t('pause')}
          </Button>
        )}
        {state === 'paused' && (
          <Button look="primary" onClick={() => resume.mutate({ id })}>
            <Play aria-hidden="true" className="size-5" />
            {t('resume')}
          </Button>
        )}
        {progress.failed > 0 && state !== 'cancelled' && (
          <Button onClick={() => retry.mutate({ id })}>
            <RotateCcw aria-hidden="true" className="size-5" />
            {t('retry')}
          </Button>
        )}
        {(state === 'running' || state === 'paused') && (
          <Button look="quiet" onClick={() => setAsking(true)}>
            <X aria-hidden="true" className="size-5" />
            {t('cancel')}
          </Button>
        )}
      </div>
      {error && <Problem error={error} />}
      <Modal title={t('cancelTitle', { name })} isOpen={isAsking} onClose={() => setAsking(false)}>
        <p>{t('cancelText')}</p>
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={() => setAsking(false)}>{t('goOn')}</Button>
          <Button
            look="danger"
            onClick={() => {
              cancel.mutate({ id });
              setAsking(false);
            }}
          >
            {t('cancel')}
          </Button>
        </div>
      </Modal>
    </div>
  );
}
