import { z } from 'zod';
import { cancelJob, pauseJob, resumeJob, retryFailed } from '../jobs/change-jobs';
import {
  jobDetailSchema,
  jobIdSchema,
  jobItemPageSchema,
  jobItemsInputSchema,
  jobListInputSchema,
  jobPageSchema,
} from '../jobs/job';
import { getJob, listJobItems, listJobs } from '../jobs/read-jobs';
import { router, workspaceProcedure } from '../trpc';

const inputSchema = z.strictObject({ id: jobIdSchema });

/** Jobs of many pictures. Those who watch one ask for it every second or so. */
export const jobsRouter = router({
  /** One page of the jobs, the newest first. */
  list: workspaceProcedure
    .input(jobListInputSchema)
    .output(jobPageSchema)
    .query(({ ctx, input }) => listJobs(ctx.database, input)),

  /** One job with its progress, its rate and the time that is left. */
  get: workspaceProcedure
    .input(inputSchema)
    .output(jobDetailSchema)
    .query(({ ctx, input }) => getJob(ctx.database, input.id)),

  /** One page of a job's items, in order, with the errors of those that failed. */
  items: workspaceProcedure
    .input(jobItemsInputSchema)
    .output(jobItemPageSchema)
    .query(({ ctx, input }) => listJobItems(ctx.database, input)),

  /** Begins no more items; those that are begun are finished. */
  pause: workspaceProcedure
    .input(inputSchema)
    .output(jobDetailSchema)
    .mutation(async ({ ctx, input }) => {
      await pauseJob(ctx.database, input.id);
      return getJob(ctx.database, input.id);
    }),

  resume: workspaceProcedure
    .input(inputSchema)
    .output(jobDetailSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.jobs.send(await resumeJob(ctx.database, input.id));
      return getJob(ctx.database, input.id);
    }),

  /** Ends a job for good; captions that are stored stay. */
  cancel: workspaceProcedure
    .input(inputSchema)
    .output(jobDetailSchema)
    .mutation(async ({ ctx, input }) => {
      await cancelJob(ctx.database, input.id);
      return getJob(ctx.database, input.id);
    }),

  /** Tries the failed items again, but those that could not be imported. */
  retryFailed: workspaceProcedure
    .input(inputSchema)
    .output(jobDetailSchema)
    .mutation(async ({ ctx, input }) => {
      await ctx.jobs.send(await retryFailed(ctx.database, input.id));
      return getJob(ctx.database, input.id);
    }),
});
