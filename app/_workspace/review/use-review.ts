import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { say } from '../announcements';
import type { Item } from '../data/kinds';
import { useTRPC } from '../data/trpc';
import { type Change, isReviewed, oneLine } from './change';
import { type Unsaved, useDesk } from './desk-store';
import { findItem } from './item-cache';
import { useReviewer } from './reviewer';
import { useAhead } from './use-ahead';
import { useChanges } from './use-changes';
import type { Queue } from './use-queue';
import { useNews } from './use-news';
import { useTelling } from './use-telling';

export type Review = ReturnType<typeof useReview>;

/** What a reviewer can do with the item that is open. */
export function useReview({ items, total, index, item, isEnd }: Queue) {
  const t = useTranslations('workspace.said');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { apply } = useChanges();
  const tell = useTelling();
  const {
    data: detail,
    error: detailError,
    refetch,
  } = useQuery({
    ...trpc.items.get.queryOptions({ id: item?.id ?? 0 }),
    enabled: item !== undefined,
  });
  useAhead(items, index);
  useNews(item, detail);

  /** Once there is a name to do it under. */
  function named(act: () => void): void {
    if (useReviewer.getState().name) act();
    else useDesk.setState({ dialog: 'name', waiting: act });
  }

  /** What is typed for the open item, if it says something new. */
  function ownText(): string | undefined {
    const { own } = useDesk.getState();
    if (!item || own?.id !== item.id) return undefined;
    const text = oneLine(own.text);
    return text !== item.alt && text !== '' ? text : undefined;
  }

  function change(made: Change): void {
    if (!item) return;
    const { own } = useDesk.getState();
    const isOwn = made.kind === 'edit' && own?.id === item.id;
    if (!isOwn) saveOwn();
    useDesk.setState({ own: undefined });
    apply(isOwn ? { ...item, version: own.version } : item, made, detail?.candidates);
  }

  function open(place: number, before = ''): void {
    const next = items[place] as Item | undefined;
    if (!next && place < total) return say(t('loading'));
    if (ownText() !== undefined) return named(() => (saveOwn(), show(place, next, before)));
    show(place, next, before);
  }

  function show(place: number, next: Item | undefined, before: string): void {
    useDesk.setState({ current: next?.id ?? 'end', own: undefined });
    say(`${before} ${next ? tell(next, place, total) : t('end')}`.trim());
  }

  /** Saves what is typed without approving it. */
  function saveOwn(): void {
    const text = ownText();
    if (text !== undefined) change({ kind: 'edit', text, approve: false });
  }

  /** Changes the item and goes on to the next. */
  function decide(made: Change, said: string): void {
    named(() => {
      change(made);
      open(index + 1, said);
    });
  }

  return {
    item,
    index,
    total,
    isEnd,
    detail,
    detailError,
    apply,
    reload: () => void refetch(),
    open,
    next: () => open(Math.min(index + 1, total)),
    previous: () => (index === 0 ? say(t('start')) : open(index - 1)),
    accept(): void {
      const text = ownText();
      const { own } = useDesk.getState();
      if (!item) return;
      if (text !== undefined) decide({ kind: 'edit', text, approve: true }, t('approved'));
      else if (isReviewed(item) && !own) open(index + 1);
      else if (item.alt === '' || (own?.id === item.id && oneLine(own.text) === ''))
        say(t('empty'));
      else decide({ kind: 'accept' }, t('approved'));
    },
    choose(candidate: number): void {
      const count = detail?.candidates.length ?? candidate;
      if (candidate > count) return say(t('noCandidate', { count }));
      const text = detail?.candidates[candidate - 1].alt ?? '';
      named(() => {
        change({ kind: 'choose', candidate });
        say(t('chosen', { number: candidate, text }));
      });
    },
    take(text: string): void {
      named(() => (change({ kind: 'edit', text, approve: false }), say(t('saved'))));
    },
    decorative: () => decide({ kind: 'decorative' }, t('decorative')),
    /** Makes a change again that was not saved. */
    retry: (entry: Unsaved) =>
      apply(findItem(queryClient, trpc, entry.item.id) ?? entry.item, entry.change),
    save: () => named(() => (saveOwn(), say(t('saved')))),
    undo(): void {
      const { own, done } = useDesk.getState();
      if (own) {
        useDesk.setState({ own: undefined });
        return say(t('discarded'));
      }
      const last = done.at(-1)?.item ?? (detail?.canUndo ? item : undefined);
      if (!last) return say(t('nothingToUndo'));
      const now = findItem(queryClient, trpc, last.id) ?? last;
      named(() => {
        useDesk.setState({ done: done.slice(0, -1), current: last.id });
        apply(now, { kind: 'undo' }, undefined, last === item ? undefined : last);
        say(t('undone', { name: last.name }));
      });
    },
  };
}
