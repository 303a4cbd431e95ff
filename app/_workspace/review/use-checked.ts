import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Item, Warning } from '../data/kinds';
import { useTRPC } from '../data/trpc';

/** How long somebody pauses who has written what to check. */
const PAUSE_MS = 300;

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

/** A text once it has stopped changing. */
function useSettled(text: string | undefined): string | undefined {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
