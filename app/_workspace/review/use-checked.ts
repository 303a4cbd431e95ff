import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Item, Warning } from '../data/kinds';
import { useTRPC } from '../data/trpc';
import { useSettled } from './use-settled';

/** The warnings of an item, or of the text that is typed for it. */
export function useChecked(item: Item, own: string | undefined): readonly Warning[] {
  const trpc = useTRPC();
  const text = useSettled(own);
  const isTyped = own !== undefined && text !== undefined && text.trim() !== '';
  const { data } = useQuery({
    ...trpc.review.check.queryOptions({ id: item.id, text: text ?? '' }),
    enabled: isTyped,
    placeholderData: keepPreviousData,
  });
  if (own === undefined) return item.warnings;
  return isTyped && data ? data : [];
}
