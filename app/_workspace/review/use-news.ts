import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { useTranslations } from 'use-intl';
import { say } from '../announcements';
import type { Item, ItemDetail } from '../data/kinds';
import { useTRPC } from '../data/trpc';
import { useDesk } from './desk-store';
import { patchItem } from './item-cache';
import { useReviewer } from './reviewer';

/** Shows what others changed since the list was loaded, unless the reviewer is writing. */
export function useNews(shown: Item | undefined, loaded: ItemDetail | undefined): void {
  const t = useTranslations('workspace.said');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const take = useEffectEvent((news: ItemDetail) => {
    if (!shown || shown.id !== news.id || news.version <= shown.version) return;
    if (useDesk.getState().own?.id === shown.id) return;
    const { alt, state, version, reviewer, warnings, changedAt } = news;
    patchItem(queryClient, trpc, shown.id, { alt, state, version, reviewer, warnings, changedAt });
    const isOther = reviewer !== useReviewer.getState().name;
    if (isOther) say(t('changed', { name: reviewer ?? t('rules'), text: alt }));
  });
  useEffect(() => {
    if (loaded) take(loaded);
  }, [loaded]);
}
