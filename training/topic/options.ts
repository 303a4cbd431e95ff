import { z } from 'zod';
import { POOLINGS } from '../../models/sequence/pooling';
import { trainerOptionsSchema } from '../options';

const { epochs, batch, learningRate, warmup, patience, ema, seed } = trainerOptionsSchema.shape;
const size = z.coerce.number().int().positive();
const share = z.coerce.number().min(0).lt(1);

/** Everything that decides what a training run of a topic classifier computes. */
export const topicOptionsSchema = trainerOptionsSchema.extend({
  cell: z.enum(['rnn', 'gru', 'lstm']).default('lstm').describe('recurrent cell'),
  pooling: z.enum(POOLINGS).default('max').describe("how the words' vectors become the text's"),
  embeddingSize: size.default(64).describe('size of a word embedding'),
  hiddenSize: size.default(64).describe("size of each direction's hidden state"),
  minCount: size.default(2).describe('words seen less often become <unk>'),
  epochs: epochs.default(12),
  batch: batch.default(32),
  learningRate: learningRate.default(2e-3),
  warmup: warmup.default(100),
  dropWord: share.default(0.1).describe('share of the words that are read as unknown'),
  dropEmbedding: share.default(0.5).describe('dropout of word embeddings'),
  dropPooled: share.default(0.5).describe("dropout of the texts' vectors"),
  smoothing: share.default(0.05).describe('label smoothing'),
  patience: patience.default(4),
  ema: ema.default(0.995),
  seed: seed.default(1),
});

export type TopicOptions = z.infer<typeof topicOptionsSchema>;
