import { z } from 'zod';

/** See `objectives/`. */
export const OBJECTIVES = ['teacher-forcing', 'language-model', 'self-critical'] as const;

/** Everything that decides what a caption training run computes. */
export const trainOptionsSchema = z.object({
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
  epochs: z.coerce.number().int().positive().default(8),
  /** Photos a step, each with all its captions; of text, sentences. */
  batch: z.coerce.number().int().positive().default(24),
  /** Peak of the cosine schedule. */
  learningRate: z.coerce.number().positive().default(2e-3),
  /** Steps of linear warm-up. */
  warmup: z.coerce.number().int().nonnegative().default(200),
  dropEmbedding: z.coerce.number().min(0).lt(1).default(0.3),
  dropEvidence: z.coerce.number().min(0).lt(1).default(0.5),
  dropReadout: z.coerce.number().min(0).lt(1).default(0.3),
  /** Label smoothing. */
  smoothing: z.coerce.number().min(0).lt(1).default(0.1),
  /** Epochs without a better dev CIDEr before the run stops. */
  patience: z.coerce.number().int().positive().default(4),
  /**
   * Share of the input words that are replaced by the decoder's own, reached at the end of training
   * (scheduled sampling, Bengio et al. 2015).
   */
  scheduledSampling: z.coerce.number().min(0).max(1).default(0),
  /** Decay of the moving average of the weights that dev is captioned with; 0 takes the weights. */
  ema: z.coerce.number().min(0).lt(1).default(0),
  /** Feature sets of the training photos, see `viewOf`: 1 is the photos as they are. */
  views: z.coerce.number().int().positive().max(16).default(1),
  /** Captions drawn of each photo in self-critical training. */
  samples: z.coerce.number().int().min(2).default(5),
  /** Temperature of the distribution that self-critical training draws from and improves. */
  temperature: z.coerce.number().positive().default(0.5),
  seed: z.coerce.number().int().nonnegative().default(1),
});

export type TrainOptions = z.infer<typeof trainOptionsSchema>;
