import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { Item } from '../data/kinds';
import { useTRPC, useTRPCClient } from '../data/trpc';
import { useDesk } from './desk-store';

/** Items of one request. */
const PAGE = 200;
/** So many items before the end of what was loaded, the next page is asked for. */
const AHEAD = 60;

export type Queue = ReturnType<typeof useQueue>;

/**
 * The items of the view. They stay where they are while they are reviewed, also when they no longer
 * belong to the view, until it is loaded anew.
 */
export function useQueue(collectionId: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const { filter, sort } = useDesk(({ view }) => view);
  const current = useDesk((desk) => desk.current);
  const lasting = { staleTime: Infinity, gcTime: 0 };
  const input = { collectionId, filter, sort, limit: PAGE };
  const list = useInfiniteQuery({
    ...lasting,
    queryKey: trpc.items.list.infiniteQueryKey(input),
    queryFn: ({ pageParam, signal }) =>
      client.items.list.query({ ...input, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const count = useQuery(trpc.items.count.queryOptions({ collectionId, filter }, lasting));
  const { data, hasNextPage, isFetchingNextPage, isError, fetchNextPage } = list;

  const items = useMemo(() => data?.pages.flatMap((page) => page.items) ?? [], [data]);
  const total = hasNextPage ? Math.max(count.data?.total ?? 0, items.length + 1) : items.length;
  const isEnd = current === 'end';
  const found = items.findIndex(({ id }) => id === current);
  const index = isEnd ? items.length : Math.max(0, found);

  /** Loads page after page until an item is there. */
  function reach(place: number): void {
    if (hasNextPage && !isFetchingNextPage && !isError && place + AHEAD > items.length) {
      void fetchNextPage();
    }
  }
  useEffect(() => reach(index));

  return {
    items,
    total,
    /** Place of what is open. */
    index,
    item: isEnd ? undefined : (items[index] as Item | undefined),
    isEnd,
    reach,
    list,
    /** Loads the view anew, from its beginning. */
    async restart() {
      useDesk.setState({ current: undefined, own: undefined });
      await Promise.all([list.refetch(), count.refetch()]);
    },
  };
}
