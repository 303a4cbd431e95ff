import { z } from 'zod';
import { router, workspaceProcedure } from '../trpc';
import {
  collectionChangeSchema,
  collectionIdSchema,
  collectionSchema,
  collectionStatsSchema,
  newCollectionSchema,
} from '../workspace/collection';
import {
  collectionStats,
  createCollection,
  listCollections,
  renameCollection,
} from '../workspace/collections';
import { deleteCollection } from '../workspace/retention';

const inputSchema = z.strictObject({ id: collectionIdSchema });

export const collectionsRouter = router({
  /** Every collection, by name. */
  list: workspaceProcedure
    .input(z.void())
    .output(z.array(collectionSchema))
    .query(({ ctx }) => listCollections(ctx.database)),

  create: workspaceProcedure
    .input(newCollectionSchema)
    .output(collectionSchema)
    .mutation(({ ctx, input }) => createCollection(ctx.database, input)),

  rename: workspaceProcedure
    .input(collectionChangeSchema)
    .output(z.void())
    .mutation(({ ctx, input }) => renameCollection(ctx.database, input)),

  /** With its items, and the pictures that only they use. */
  delete: workspaceProcedure
    .input(inputSchema)
    .output(z.void())
    .mutation(({ ctx, input }) => deleteCollection(ctx.database, input.id)),

  stats: workspaceProcedure
    .input(inputSchema)
    .output(collectionStatsSchema)
    .query(({ ctx, input }) => collectionStats(ctx.database, input.id)),
});
