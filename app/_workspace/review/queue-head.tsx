'use client';

import { ListFilter, RotateCcw, Search, X } from 'lucide-react';
import { useEffect, useEffectEvent, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../../_components/button';
import { say } from '../announcements';
import { SORTS, type Sort } from '../data/kinds';
import { setView, useDesk } from './desk-store';
import { focusRows } from './focus';
import type { Queue } from './use-queue';
import { tidy } from './view-address';

/** How long somebody pauses who has typed what to search for. */
const PAUSE_MS = 250;

/** Search, filters and order of the list, and how many images it holds. */
export function QueueHead({ queue }: { readonly queue: Queue }) {
  const t = useTranslations('workspace.queue');
  const { view, isFiltering } = useDesk();
  const sortId = useId();
  const { search, ...others } = view.filter;
  const filters = Object.keys(others).length;
  const isKnown = queue.list.isSuccess;

  const tellCount = useEffectEvent(() => say(t('found', { count: queue.total })));
  useEffect(() => {
    if (isKnown) tellCount();
  }, [isKnown]);

  return (
    <div className="grid gap-2 border-b border-line py-3 lg:pe-4">
      <div className="flex items-stretch gap-2">
        <SearchField search={search ?? ''} />
        <button
          type="button"
          aria-expanded={isFiltering}
          onClick={() => useDesk.setState({ isFiltering: !isFiltering })}
          className={`${buttonClass()} shrink-0 px-3`}
        >
          <ListFilter aria-hidden="true" className="size-5" />
          <span className={filters > 0 ? '' : 'lg:sr-only'}>
            {filters > 0 ? t('filtersOn', { count: filters }) : t('filters')}
          </span>
        </button>
      </div>
      <div className="flex items-center justify-between gap-2 text-muted">
        <p className="figures">{isKnown ? t('found', { count: queue.total }) : t('loadingRow')}</p>
        <div className="flex min-w-0 items-center">
          <label htmlFor={sortId} className="sr-only">
            {t('sort')}
          </label>
          <select
            id={sortId}
            value={view.sort}
            onChange={({ target }) => setView({ sort: target.value as Sort })}
            className="h-9 min-w-0 rounded-m border border-transparent bg-page px-1 hover:border-edge"
          >
            {SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {t(`sorts.${sort}`)}
              </option>
            ))}
          </select>
          <button
            type="button"
            onClick={() => void queue.restart()}
            aria-label={t('refresh')}
            title={t('refresh')}
            className="grid size-9 shrink-0 place-items-center rounded-m hover:bg-sunken hover:text-ink"
          >
            <RotateCcw aria-hidden="true" className="size-4" />
          </button>
        </div>
      </div>
    </div>
  );
}

function SearchField({ search }: { readonly search: string }) {
  const t = useTranslations('workspace.queue');
  const [text, setText] = useState(search);
  const [before, setBefore] = useState(search);
  if (search !== before) {
    setBefore(search);
    // Not what was typed here itself, which somebody may go on typing.
    if (search !== text.trim()) setText(search);
  }
  const apply = useEffectEvent((words: string) => {
    const { filter } = useDesk.getState().view;
    if ((filter.search ?? '') === words) return;
    setView({ filter: tidy({ ...filter, search: words || undefined }) });
  });
  useEffect(() => {
    const timer = setTimeout(() => apply(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div className="relative min-w-0 grow">
      <Search
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 start-3 my-auto size-5 text-muted"
      />
      <input
        id="search"
        type="text"
        role="searchbox"
        value={text}
        maxLength={200}
        dir="auto"
        aria-label={t('search')}
        placeholder={t('search')}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Escape' || key === 'Enter') focusRows();
        }}
        className="target w-full truncate rounded-m border border-edge bg-surface ps-10 pe-10 placeholder:text-muted"
      />
      {text !== '' && (
        <button
          type="button"
          aria-label={t('clearSearch')}
          onClick={() => setText('')}
          className="absolute inset-y-0 end-0 grid w-10 place-items-center text-muted hover:text-ink"
        >
          <X aria-hidden="true" className="size-4" />
        </button>
      )}
    </div>
  );
}
