'use client';

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { useTranslations } from 'use-intl';
import { create } from 'zustand';
import type { Collection } from '../data/kinds';
import { useTRPC } from '../data/trpc';
import { Loading } from '../review/loading';
import { Trouble } from '../trouble';

/** What was chosen on any page of the workspace but the review. */
export const useChosen = create<{ readonly id?: string }>()(() => ({}));

interface CollectionsProps {
  readonly children: (collections: readonly Collection[]) => ReactNode;
}

/** Loads the collections, or says why they are not there. */
export function Collections({ children }: CollectionsProps) {
  const t = useTranslations('workspace.trouble');
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.collections.list.queryOptions());
  if (data) return children(data);
  if (!error) return <Loading />;
  return <Trouble title={t('collections')} error={error} onRetry={() => void refetch()} />;
}

interface CollectionChoiceProps {
  readonly collections: readonly Collection[];
  readonly collection: Collection;
}

export function CollectionChoice({ collections, collection }: CollectionChoiceProps) {
  const t = useTranslations('workspace.collectionChoice');
  const id = useId();
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <label htmlFor={id} className="font-bold">
        {t('label')}
      </label>
      <select
        id={id}
        value={collection.id}
        onChange={({ target }) => useChosen.setState({ id: target.value })}
        className="target max-w-full min-w-0 truncate rounded-m border border-edge bg-surface px-2"
      >
        {collections.map(({ id: value, name, items }) => (
          <option key={value} value={value}>
            {t('option', { name, count: items })}
          </option>
        ))}
      </select>
    </div>
  );
}
