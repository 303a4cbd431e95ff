import { z } from 'zod';
import { router, workspaceProcedure } from '../trpc';
import {
  deleteEverything,
  deleteExpired,
  readRetention,
  writeRetention,
} from '../workspace/retention';
import { listReviewers } from '../workspace/reviewers';

const retentionSchema = z.strictObject({
  /** Days after its last change at which an item is deleted; null keeps it. */
  days: z.number().int().min(1).max(3650).nullable(),
});

export const workspaceRouter = router({
  /** Names that people have reviewed under, and how many items carry each. */
  reviewers: workspaceProcedure
    .input(z.void())
    .output(z.array(z.object({ name: z.string(), items: z.number().int() })))
    .query(({ ctx }) => listReviewers(ctx.database)),

  retention: workspaceProcedure
    .input(z.void())
    .output(retentionSchema)
    .query(async ({ ctx }) => ({ days: await readRetention(ctx.database) })),

  /** Deletes at once what is too old by the new setting. */
  setRetention: workspaceProcedure
    .input(retentionSchema)
    .output(z.object({ deleted: z.number().int() }))
    .mutation(async ({ ctx, input }) => {
      await writeRetention(ctx.database, input.days);
      return { deleted: await deleteExpired(ctx.database) };
    }),

  /** Collections, pictures, alt texts, jobs, settings and names: everything. */
  deleteEverything: workspaceProcedure
    .input(z.strictObject({ confirm: z.literal('delete everything') }))
    .output(z.void())
    .mutation(({ ctx }) => deleteEverything(ctx.database)),
});
