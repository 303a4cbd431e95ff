import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Item } from '../data/kinds';
import { useTRPC } from '../data/trpc';

/** Images that are loaded before they are shown, and those behind that stay loaded. */
const AHEAD = 5;
const BEHIND = 2;
/** Details are read shortly before they are needed, so that they are not old by then. */
const FRESH_MS = 60_000;

const pictures = new Map<string, HTMLImageElement>();

/** Loads what comes next, so that moving on waits for nothing. */
export function useAhead(items: readonly Item[], index: number): void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useEffect(() => {
    const near = items.slice(Math.max(0, index - BEHIND), index + AHEAD + 1);
    for (const { id } of near) {
      void queryClient.prefetchQuery(trpc.items.get.queryOptions({ id }, { staleTime: FRESH_MS }));
    }
    const wanted = new Set(near.map(({ thumbnail }) => thumbnail));
    for (const source of pictures.keys()) if (!wanted.has(source)) pictures.delete(source);
    for (const source of wanted) {
      if (pictures.has(source)) continue;
      const picture = new Image();
      picture.src = source;
      pictures.set(source, picture);
      // Whether it can be shown is found out when it is.
      picture.decode().catch(() => undefined);
    }
  }, [items, index, queryClient, trpc]);
}
