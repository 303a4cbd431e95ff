import { z } from 'zod';
import { router, workspaceProcedure } from '../trpc';
import { changeRules } from '../workspace/change-rules';
import { collectionIdSchema } from '../workspace/collection';
import { houseRulesSchema } from '../workspace/house-rules';
import { ownRules, teamRules } from '../workspace/rules';

/** Null for the team's rules, which hold where a collection has none of its own. */
const scopeSchema = z.strictObject({ collectionId: collectionIdSchema.nullable() });

export const rulesRouter = router({
  /** The rules that hold, and whether they are the collection's own. */
  get: workspaceProcedure
    .input(scopeSchema)
    .output(z.object({ rules: houseRulesSchema, own: z.boolean() }))
    .query(async ({ ctx: { database }, input: { collectionId } }) => {
      const own = collectionId === null ? null : await ownRules(database, collectionId);
      return { rules: own ?? (await teamRules(database)), own: own !== null };
    }),

  /** Words drafts anew and checks every text; null returns to the team's, or to the default rules. */
  set: workspaceProcedure
    .input(scopeSchema.extend({ rules: houseRulesSchema.nullable() }))
    .output(z.void())
    .mutation(({ ctx, input }) => changeRules(ctx.database, input.collectionId, input.rules)),
});
