import { z } from 'zod';
import { trainerOptionsSchema } from '../options';

const { epochs, batch, learningRate, warmup, patience, ema, seed } = trainerOptionsSchema.shape;
const share = z.coerce.number().min(0).lt(1);

/** Everything that decides what a training run of a word detector computes. */
export const detectorOptionsSchema = trainerOptionsSchema.extend({
  encoder: z.string().default('public/models/encoder').describe('artefact of the encoder'),
  captioner: z
    .string()
    .default('public/models/captioner-negar-encoder')
    .describe('run or artefact of the captioner, whose words are detected'),
  hiddenSize: z.coerce.number().int().positive().default(256).describe('size of the hidden layer'),
  views: z.coerce
    .number()
    .int()
    .positive()
    .max(16)
    .default(3)
    .describe('feature sets of the training photos: mirrored, cropped'),
  epochs: epochs.default(24),
  batch: batch.default(100),
  learningRate: learningRate.default(1e-3),
  warmup: warmup.default(20),
  dropImage: share.default(0.5).describe('dropout of image vectors'),
  dropHidden: share.default(0.3).describe('dropout of the hidden layer'),
  patience: patience.default(24),
  ema: ema.default(0),
  seed: seed.default(1),
});

export type DetectorOptions = z.infer<typeof detectorOptionsSchema>;
