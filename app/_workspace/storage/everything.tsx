'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../_components/button';
import { say } from '../announcements';
import { useTRPC } from '../data/trpc';
import { Section } from '../parts/section';
import { Confirm } from './confirm';

/** Deletes whatever the workspace keeps. */
export function Everything() {
  const t = useTranslations('workspace.storage');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const { mutate, error, isPending, isSuccess, reset } = useMutation(
    trpc.workspace.deleteEverything.mutationOptions({
      onSuccess() {
        say(t('everything.deleted'));
        setOpen(false);
        void queries.invalidateQueries();
      },
    }),
  );
  return (
    <Section title={t('everything.title')} text={t('everything.text')}>
      <Button
        look="danger"
        className="justify-self-start"
        onClick={() => {
          reset();
          setOpen(true);
        }}
      >
        {t('everything.button')}
      </Button>
      {isSuccess && <p>{t('everything.deleted')}</p>}
      <Confirm
        title={t('confirm.everything')}
        isOpen={isOpen}
        isPending={isPending}
        error={error}
        onClose={() => setOpen(false)}
        onConfirm={() => mutate({ confirm: 'delete everything' })}
      />
    </Section>
  );
}
