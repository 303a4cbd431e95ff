import { z } from 'zod';
import { trainerOptionsSchema } from '../options';

const { epochs, batch, learningRate, warmup, patience, ema, seed } = trainerOptionsSchema.shape;
const size = z.coerce.number().int().positive();
const share = z.coerce.number().min(0).lt(1);

/** Everything that decides what a training run of a tagger computes. */
export const tagOptionsSchema = trainerOptionsSchema.extend({
  cell: z.enum(['rnn', 'gru', 'lstm']).default('lstm').describe('recurrent cell'),
  embeddingSize: size.default(64).describe('size of a word embedding'),
  hiddenSize: size.default(96).describe("size of each direction's hidden state"),
  characterSize: size.default(24).describe('size of a character embedding'),
  spellingSize: size.default(32).describe("size of each direction's state that reads a spelling"),
  minCount: size.default(2).describe('words and characters seen less often become <unk>'),
  epochs: epochs.default(12),
  batch: batch.default(24),
  learningRate: learningRate.default(3e-3),
  warmup: warmup.default(100),
  dropWord: share
    .default(0.1)
    .describe('share of the words that are known by their spelling alone'),
  lowerCase: share.default(0.3).describe('share of the sentences that are read in lower case'),
  dropInput: share.default(0.3).describe("dropout of the words' vectors"),
  dropHidden: share.default(0.4).describe('dropout of the hidden states'),
  smoothing: share.default(0.05).describe('label smoothing'),
  patience: patience.default(4),
  ema: ema.default(0.995),
  seed: seed.default(1),
});

export type TagOptions = z.infer<typeof tagOptionsSchema>;
