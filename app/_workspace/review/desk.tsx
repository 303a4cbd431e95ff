'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../data/trpc';
import { AddLink } from '../parts/add-link';
import { Trouble } from '../trouble';
import { Blank } from './blank';
import { readAddress, useDesk } from './desk-store';
import { Loading } from './loading';
import { Table } from './table';

/** Opens the collection that the address names, or else the first one with images. */
export function Desk() {
  const t = useTranslations('workspace');
  const trpc = useTRPC();
  useState(readAddress);
  const chosen = useDesk(({ view }) => view.collection);
  const { data, error, refetch } = useQuery(trpc.collections.list.queryOptions());

  if (error && !data) {
    return (
      <Trouble title={t('trouble.collections')} error={error} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <Loading />;
  const collection =
    data.find(({ id }) => id === chosen) ?? data.find(({ items }) => items > 0) ?? data[0];
  const isEmpty = data.every(({ items }) => items === 0);
  if (isEmpty || !collection) {
    return (
      <Blank title={t('empty.title')} text={t('empty.text')}>
        <AddLink />
      </Blank>
    );
  }
  return <Table key={collection.id} collections={data} collection={collection} />;
}
