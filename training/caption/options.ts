import { z } from 'zod';
import { trainerOptionsSchema } from '../options';

/** See `objectives/`. */
export const OBJECTIVES = ['teacher-forcing', 'language-model', 'self-critical'] as const;

const { epochs, batch, learningRate, warmup, patience, ema, seed } = trainerOptionsSchema.shape;

/** Everything that decides what a caption training run computes. */
export const trainOptionsSchema = trainerOptionsSchema.extend({
  /** What is learnt: captions by teacher forcing, text without photos, or CIDEr-D itself. */
  objective: z.enum(OBJECTIVES).default('teacher-forcing'),
  cell: z.enum(['rnn', 'gru', 'lstm']).default('lstm'),
  attention: z.boolean().default(true),
  /** Output words share the embedding table of the input words. */
  tied: z.boolean().default(true),
  embeddingSize: z.coerce.number().int().positive().default(256),
  hiddenSize: z.coerce.number().int().positive().default(384),
  attentionSize: z.coerce.number().int().positive().default(256),
  /** Words seen less often in training become <unk>. */
  minCount: z.coerce.number().int().positive().default(5),
  epochs: epochs.default(8),
  /** Photos a step, each with all its captions; of text, sentences. */
  batch: batch.default(24),
  learningRate: learningRate.default(2e-3),
  warmup: warmup.default(200),
  dropEmbedding: z.coerce.number().min(0).lt(1).default(0.3),
  dropEvidence: z.coerce.number().min(0).lt(1).default(0.5),
  dropReadout: z.coerce.number().min(0).lt(1).default(0.3),
  /** Label smoothing. */
  smoothing: z.coerce.number().min(0).lt(1).default(0.1),
  patience: patience.default(4),
  /**
   * Share of the input words that are replaced by the decoder's own, reached at the end of training
   * (scheduled sampling, Bengio et al. 2015).
   */
  scheduledSampling: z.coerce.number().min(0).max(1).default(0),
  ema: ema.default(0),
  /** Feature sets of the training photos, see `viewOf`: 1 is the photos as they are. */
  views: z.coerce.number().int().positive().max(16).default(1),
  /** Captions drawn of each photo in self-critical training. */
  samples: z.coerce.number().int().min(2).default(5),
  /** Temperature of the distribution that self-critical training draws from and improves. */
  temperature: z.coerce.number().positive().default(0.5),
  /** Weight of a caption's surprise beside CIDEr-D in the reward, see `surprise.ts`. */
  surprise: z.coerce.number().min(0).default(0),
  seed: seed.default(1),
});

export type TrainOptions = z.infer<typeof trainOptionsSchema>;
