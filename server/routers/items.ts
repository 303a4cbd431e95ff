import { z } from 'zod';
import { router, workspaceProcedure } from '../trpc';
import { countFacets, facetsInputSchema, facetsSchema } from '../workspace/facets';
import { getItemDetail } from '../workspace/get-item';
import {
  itemCountInputSchema,
  itemDetailSchema,
  itemIdSchema,
  itemListInputSchema,
  itemPageSchema,
} from '../workspace/item';
import { countItems, listItems } from '../workspace/list-items';

export const itemsRouter = router({
  /** One page of the items of a collection that pass the filter. */
  list: workspaceProcedure
    .input(itemListInputSchema)
    .output(itemPageSchema)
    .query(({ ctx, input }) => listItems(ctx.database, input)),

  /** How many pass the filter. */
  count: workspaceProcedure
    .input(itemCountInputSchema)
    .output(z.object({ total: z.number().int() }))
    .query(async ({ ctx, input }) => ({ total: await countItems(ctx.database, input) })),

  /** The commonest nouns, verbs and adjectives of what passes the filter. */
  facets: workspaceProcedure
    .input(facetsInputSchema)
    .output(facetsSchema)
    .query(({ ctx, input }) => countFacets(ctx.database, input)),

  /** Everything about one. */
  get: workspaceProcedure
    .input(z.strictObject({ id: itemIdSchema }))
    .output(itemDetailSchema)
    .query(({ ctx, input }) => getItemDetail(ctx.database, input.id)),
});
