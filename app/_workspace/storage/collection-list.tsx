'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../_components/button';
import { say } from '../announcements';
import type { Collection } from '../data/kinds';
import { useTRPC } from '../data/trpc';
import { Confirm } from './confirm';

/** Every collection, and the way to delete one. */
export function CollectionList({ collections }: { readonly collections: readonly Collection[] }) {
  const t = useTranslations('workspace.storage');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [going, setGoing] = useState<Collection>();
  const { mutate, error, isPending, reset } = useMutation(
    trpc.collections.delete.mutationOptions({
      onSuccess() {
        say(t('collections.deleted', { name: going?.name ?? '' }));
        setGoing(undefined);
        void queries.invalidateQueries();
      },
    }),
  );
  return (
    <section className="grid gap-3 border-t border-line pt-5">
      <h3 className="font-serif text-2xl leading-tight font-medium">{t('collections.title')}</h3>
      {collections.length === 0 && <p className="text-muted">{t('collections.none')}</p>}
      <ul className="grid divide-y divide-line empty:hidden">
        {collections.map((collection) => {
          const { id, name, items } = collection;
          return (
            <li key={id} className="flex items-center justify-between gap-4 py-1">
              <p className="min-w-0 [overflow-wrap:anywhere]">
                <bdi className="font-bold">{name}</bdi>{' '}
                <span className="figures text-muted">
                  {t('collections.count', { count: items })}
                </span>
              </p>
              <Button
                look="quiet"
                aria-label={t('collections.delete', { name })}
                onClick={() => {
                  reset();
                  setGoing(collection);
                }}
              >
                <Trash2 aria-hidden="true" className="size-5" />
              </Button>
            </li>
          );
        })}
      </ul>
      <Confirm
        title={t('confirm.title', { name: going?.name ?? '' })}
        isOpen={going !== undefined}
        isPending={isPending}
        error={error}
        onClose={() => setGoing(undefined)}
        onConfirm={() => going && mutate({ id: going.id })}
      />
    </section>
  );
}
