import type { Database } from '../storage/storage';
import { router, workspaceProcedure } from '../trpc';
import {
  type Change,
  changeSchema,
  checkSchema,
  choiceSchema,
  editSchema,
} from '../workspace/change';
import { checkText } from '../workspace/check-text';
import { getItem } from '../workspace/get-item';
import { type Item, itemSchema } from '../workspace/item';
import { accept, choose, edit, markDecorative, undo } from '../workspace/review';
import { type Basis, type Revision, revise } from '../workspace/revise';

/**
 * What reviewers do to alt texts. Each names the version that it changes and answers with the next;
 * if somebody was faster, the error EDIT_CONFLICT tells what they wrote.
 */
export const reviewRouter = router({
  /** The warnings that an item would have with another text; nothing is stored. */
  check: workspaceProcedure
    .input(checkSchema)
    .output(itemSchema.shape.warnings)
    .query(({ ctx, input }) => checkText(ctx.database, input)),

  accept: workspaceProcedure
    .input(changeSchema)
    .output(itemSchema)
    .mutation(({ ctx, input }) => change(ctx.database, input, accept)),

  choose: workspaceProcedure
    .input(choiceSchema)
    .output(itemSchema)
    .mutation(({ ctx, input }) => change(ctx.database, input, (basis) => choose(basis, input))),

  edit: workspaceProcedure
    .input(editSchema)
    .output(itemSchema)
    .mutation(({ ctx, input }) => change(ctx.database, input, () => edit(input))),

  decorative: workspaceProcedure
    .input(changeSchema)
    .output(itemSchema)
    .mutation(({ ctx, input }) => change(ctx.database, input, markDecorative)),

  undo: workspaceProcedure
    .input(changeSchema)
    .output(itemSchema)
    .mutation(({ ctx, input }) => change(ctx.database, input, undo)),
});

async function change(
  database: Database,
  input: Change,
  decide: (basis: Basis) => Revision | Promise<Revision>,
): Promise<Item> {
  await revise(database, input, decide);
  return getItem(database, input.id);
}
