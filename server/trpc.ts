import { initTRPC } from '@trpc/server';
import { fromTRPCError, toErrorShape } from './errors';
import type { Inference } from './inference/inference';

/** What procedures need; nothing of it knows HTTP. */
export interface Context {
  readonly inference: Inference;
}

export function createContextInner(context: Context): Context {
  return context;
}

const t = initTRPC.context<Context>().create({
  errorFormatter: ({ error, path }) => toErrorShape(fromTRPCError(error), path),
});

export const { router, procedure, createCallerFactory } = t;
