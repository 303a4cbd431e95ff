'use client';

import { useQuery } from '@tanstack/react-query';
import { Keyboard, Ruler, UserRound } from 'lucide-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { ToolButton } from '../../_components/tool-button';
import type { Collection } from '../data/kinds';
import { useTRPC } from '../data/trpc';
import { setView, useDesk } from './desk-store';
import { useReviewer } from './reviewer';

interface ToolsProps {
  readonly collections: readonly Collection[];
  readonly collection: Collection;
}

/** Which collection, how far it is, and what holds for all of its images. */
export function Tools({ collections, collection }: ToolsProps) {
  const t = useTranslations('workspace');
  const trpc = useTRPC();
  const name = useReviewer((reviewer) => reviewer.name);
  const select = useId();
  const { data: stats } = useQuery(trpc.collections.stats.queryOptions({ id: collection.id }));
  const total = stats?.items ?? collection.items;
  const reviewed = stats ? stats.states.approved + stats.states.decorative : collection.reviewed;

  return (
    <div className="relative flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-2">
      <div className="flex min-w-0 flex-wrap items-center gap-x-5 gap-y-1">
        <label htmlFor={select} className="sr-only">
          {t('collection.label')}
        </label>
        <select
          id={select}
          value={collection.id}
          onChange={({ target }) => setView({ collection: target.value })}
          className="target max-w-[18rem] min-w-0 truncate rounded-m border border-edge bg-surface px-2 font-bold"
        >
          {collections.map(({ id, name: title, items }) => (
            <option key={id} value={id}>
              {t('collection.option', { name: title, count: items })}
            </option>
          ))}
        </select>
        <p className="figures text-muted">{t('collection.progress', { reviewed, total })}</p>
      </div>
      <div className="-mx-2 flex items-center">
        <ToolButton label={t('tools.rules')} onClick={() => useDesk.setState({ dialog: 'rules' })}>
          <Ruler aria-hidden="true" className="size-5" />
        </ToolButton>
        <ToolButton label={t('tools.help')} onClick={() => useDesk.setState({ dialog: 'help' })}>
          <Keyboard aria-hidden="true" className="size-5" />
        </ToolButton>
        <ToolButton
          label={name ? t('tools.name', { name }) : t('tools.noName')}
          onClick={() => useDesk.setState({ dialog: 'name' })}
        >
          <UserRound aria-hidden="true" className="size-5" />
        </ToolButton>
      </div>
      <span
        aria-hidden="true"
        className="absolute start-0 -bottom-[2px] h-[3px] bg-glow transition-[width] duration-300"
        style={{ width: `${total > 0 ? (reviewed / total) * 100 : 0}%` }}
      />
    </div>
  );
}
