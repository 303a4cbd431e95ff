import { createCallerFactory, router } from '../trpc';
import { captionRouter } from './caption';
import { collectionsRouter } from './collections';
import { intakeRouter } from './intake';
import { exportsRouter } from './exports';
import { itemsRouter } from './items';
import { jobsRouter } from './jobs';
import { modelRouter } from './model';
import { reviewRouter } from './review';
import { rulesRouter } from './rules';
import { textRouter } from './text';
import { workspaceRouter } from './workspace';

export const appRouter = router({
  caption: captionRouter,
  model: modelRouter,
  text: textRouter,
  workspace: workspaceRouter,
  collections: collectionsRouter,
  intake: intakeRouter,
  jobs: jobsRouter,
  items: itemsRouter,
  review: reviewRouter,
  rules: rulesRouter,
  exports: exportsRouter,
});

/** For typed clients. */
export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP. */
export const createCaller = createCallerFactory(appRouter);
