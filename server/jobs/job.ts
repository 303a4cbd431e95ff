import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from '../../models/errors';
import { collectionIdSchema } from '../workspace/collection';
import { JOB_ITEM_STATES, JOB_KINDS, JOB_STATES, sourceSchema } from '../workspace/kinds';

/** Jobs and their items as the API shows them. */

export const jobIdSchema = z.uuid();

const count = z.int().nonnegative();

export const errorCodeSchema = z.enum(Object.keys(ERROR_CODES) as [ErrorCode, ...ErrorCode[]]);

const progressSchema = z.object({
  total: count,
  ...Object.fromEntries(JOB_ITEM_STATES.map((state) => [state, count])),
}) as z.ZodObject<Record<'total' | (typeof JOB_ITEM_STATES)[number], typeof count>>;

const jobSchema = z.object({
  id: jobIdSchema,
  collectionId: collectionIdSchema,
  kind: z.enum(JOB_KINDS),
  name: z.string(),
  state: z.enum(JOB_STATES),
  reviewer: z.string().nullable(),
  createdAt: z.date(),
  finishedAt: z.date().nullable(),
  /** Items by state; `failed` are also those that could not be imported. */
  progress: progressSchema,
});

export const jobDetailSchema = jobSchema.extend({
  /** Items a second, lately; null while that is unknown. */
  rate: z.number().nonnegative().nullable(),
  /** Until every item is done, at this rate; null while that is unknown. */
  secondsLeft: z.number().nonnegative().nullable(),
});

const jobItemSchema = z.object({
  id: z.int(),
  position: count,
  name: z.string(),
  source: sourceSchema,
  state: z.enum(JOB_ITEM_STATES),
  attempts: count,
  error: z.object({ code: errorCodeSchema, message: z.string() }).nullable(),
  /** Whether `jobs.retryFailed` tries it again. */
  canRetry: z.boolean(),
});

const limit = z.int().min(1).max(200).default(50);
/** What tRPC's paged queries of React send along. */
const direction = z.literal('forward').optional();

export const jobListInputSchema = z.strictObject({
  collectionId: collectionIdSchema.optional(),
  /** `nextCursor` of the page before. */
  cursor: z.string().max(200).optional(),
  direction,
  limit,
});

export const jobItemsInputSchema = z.strictObject({
  id: jobIdSchema,
  state: z.enum(JOB_ITEM_STATES).optional(),
  /** `nextCursor` of the page before. */
  cursor: z.int().optional(),
  direction,
  limit,
});

export const jobPageSchema = z.object({
  jobs: z.array(jobSchema),
  nextCursor: z.string().nullable(),
});

export const jobItemPageSchema = z.object({
  items: z.array(jobItemSchema),
  nextCursor: z.int().nullable(),
});

export type Job = z.output<typeof jobSchema>;
export type JobDetail = z.output<typeof jobDetailSchema>;
export type JobListInput = z.output<typeof jobListInputSchema>;
export type JobItemsInput = z.output<typeof jobItemsInputSchema>;
export type JobPage = z.output<typeof jobPageSchema>;
export type JobItemPage = z.output<typeof jobItemPageSchema>;
