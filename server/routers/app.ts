import { createCallerFactory, router } from '../trpc';
import { captionRouter } from './caption';
import { modelRouter } from './model';
import { textRouter } from './text';

export const appRouter = router({ caption: captionRouter, model: modelRouter, text: textRouter });

/** For typed clients. */
export type AppRouter = typeof appRouter;

/** Calls procedures without HTTP. */
export const createCaller = createCallerFactory(appRouter);
