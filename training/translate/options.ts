import { z } from 'zod';
import { trainerOptionsSchema } from '../options';

const { epochs, batch, learningRate, warmup, patience, ema, seed } = trainerOptionsSchema.shape;
const size = z.coerce.number().int().positive();
const share = z.coerce.number().min(0).lt(1);

/** Everything that decides what a training run of a translator computes. */
export const translateOptionsSchema = trainerOptionsSchema.extend({
  start: z
    .string()
    .optional()
    .describe('folder of a translator to go on from, which decides cell, pieces and sizes'),
  cell: z.enum(['rnn', 'gru', 'lstm']).default('lstm').describe('recurrent cell'),
  pieces: size.default(5000).describe('subword pieces of all languages together'),
  embeddingSize: size.default(192).describe('size of a piece embedding'),
  encoderSize: size.default(160).describe("size of each direction's hidden state of the encoder"),
  hiddenSize: size.default(256).describe("size of the decoder's hidden state"),
  group: size.default(24).describe('sources of about the same length that are read together'),
  epochs: epochs.default(4),
  batch: batch.default(2).describe('groups a step'),
  learningRate: learningRate.default(2e-3),
  warmup: warmup.default(200),
  dropEmbedding: share.default(0.1).describe('dropout of piece embeddings'),
  dropMemory: share.default(0.2).describe("dropout of the encoder's states"),
  dropReadout: share.default(0.2).describe('dropout of what the output layer reads'),
  smoothing: share.default(0.1).describe('label smoothing'),
  devSentences: size.default(300).describe('sentences a language that each look at dev translates'),
  patience: patience.default(4),
  ema: ema.default(0.999),
  seed: seed.default(1),
});

export type TranslateOptions = z.infer<typeof translateOptionsSchema>;
