import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { useTRPC } from '../data/trpc';
import type { Item, ItemDetail, ItemPage } from '../data/kinds';

type Procedures = ReturnType<typeof useTRPC>;
type Pages = InfiniteData<ItemPage>;

/** Changes an item wherever it was loaded: in lists and by itself. */
export function patchItem(
  queryClient: QueryClient,
  trpc: Procedures,
  id: number,
  part: Partial<Item>,
): void {
  queryClient.setQueriesData<Pages>(
    { queryKey: trpc.items.list.pathKey() },
    (data) => data && patchPages(data, id, part),
  );
  queryClient.setQueryData<ItemDetail>(
    trpc.items.get.queryKey({ id }),
    (detail) => detail && { ...detail, ...part },
  );
}

/** The item as it was last loaded or changed here. */
export function findItem(queryClient: QueryClient, trpc: Procedures, id: number): Item | undefined {
  const lists = queryClient.getQueriesData<Pages>({ queryKey: trpc.items.list.pathKey() });
  for (const [, data] of lists) {
    for (const { items } of data?.pages ?? []) {
      const found = items.find((item) => item.id === id);
      if (found) return found;
    }
  }
  return queryClient.getQueryData<ItemDetail>(trpc.items.get.queryKey({ id }));
}

/** Pages without the item stay the same objects. */
function patchPages(data: Pages, id: number, part: Partial<Item>): Pages {
  const pages = data.pages.map((page) => {
    const at = page.items.findIndex((item) => item.id === id);
    if (at < 0) return page;
    return { ...page, items: page.items.with(at, { ...page.items[at], ...part }) };
  });
  return { ...data, pages };
}
