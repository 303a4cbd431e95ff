import { createCallerFactory, router } from '../trpc';
import { captionRouter } from './caption';
import { modelRouter } from './model';

export const appRouter = router({ caption: captionRouter, model: modelRouter });

/** For typed clients. */
export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP. */
export const createCaller = createCallerFactory(appRouter);
