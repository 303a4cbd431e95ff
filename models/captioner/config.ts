import { z } from 'zod';

/** Architecture of a caption decoder; everything that must be known to rebuild it from its weights. */
export const decoderConfigSchema = z.object({
  /** Recurrent cell of the decoder. */
  cell: z.enum(['rnn', 'gru', 'lstm']),
  /** Attention over the 7x7 grid at each step; false is pure init-inject. */
  attention: z.boolean(),
  /** Output words share the embedding table of the input words (Press & Wolf 2017). */
  tied: z.boolean().default(true),
  /** Words in the vocabulary, the special tokens included. */
  vocabularySize: z.number().int().min(4),
  /** Size of a word embedding; also the width of the output layer. */
  embeddingSize: z.number().int().positive(),
  /** Size of the recurrent hidden state. */
  hiddenSize: z.number().int().positive(),
  /** Size of the attention keys and values that the grid is projected to. */
  attentionSize: z.number().int().positive(),
  /** Channels of the pooled image vector and of each grid cell. */
  featureSize: z.number().int().positive(),
  /** Grid cells, 49 for MobileNetV2 at 224 px. */
  gridCells: z.number().int().positive(),
});

export type DecoderConfig = z.infer<typeof decoderConfigSchema>;
