import { z } from 'zod';

/** What every training run needs to know, whatever it learns. */
export const trainerOptionsSchema = z.object({
  epochs: z.coerce.number().int().positive().describe('passes over the training set'),
  batch: z.coerce.number().int().positive().describe('items a step'),
  learningRate: z.coerce.number().positive().describe('peak of the cosine schedule'),
  warmup: z.coerce.number().int().nonnegative().describe('steps of linear warm-up'),
  patience: z.coerce
    .number()
    .int()
    .positive()
    .describe('epochs without a better dev score before the run stops'),
  looks: z.coerce.number().int().positive().default(1).describe('looks at dev in each epoch'),
  ema: z.coerce
    .number()
    .min(0)
    .lt(1)
    .describe(
      'decay of the moving average of the weights that is measured and kept; 0 takes the weights',
    ),
  seed: z.coerce.number().int().nonnegative().describe('seed of weights, order and dropout'),
});

export type TrainerOptions = z.infer<typeof trainerOptionsSchema>;
