import { initTRPC } from '@trpc/server';
import { fromTRPCError, toErrorShape } from './errors';
import type { Fetcher } from './fetch/fetcher';
import type { Inference } from './inference/inference';
import type { Jobs } from './jobs/jobs';
import type { Describer } from './metadata/describer';
import type { Workspace } from './storage/storage';

/** What procedures need; nothing of it knows HTTP. */
export interface Context {
  readonly inference: Inference;
  readonly workspace: Workspace;
  readonly jobs: Jobs;
  readonly fetcher: Pick<Fetcher, 'fetch'>;
  readonly describer: Describer;
}

export function createContextInner(context: Context): Context {
  return context;
}

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ error, path }) => toErrorShape(fromTRPCError(error), path),
});

export const { router, procedure, createCallerFactory } = t;

/** A procedure that uses the workspace's database. */
export const workspaceProcedure = procedure.use(async ({ ctx, next }) => {
  const storage = await ctx.workspace.open();
  return next({ ctx: { storage, database: storage.database } });
});
