import { z } from 'zod';
import { POOLINGS } from './pooling';

const size = z.number().int().positive();

const common = {
  /** Recurrent cell of both directions. */
  cell: z.enum(['rnn', 'gru', 'lstm']),
  /** Words in the vocabulary, the special tokens included. */
  vocabularySize: z.number().int().min(4),
  /** Size of a word embedding. */
  embeddingSize: size,
  /** Size of each direction's hidden state. */
  hiddenSize: size,
  /** What is told apart, in the order of the output layer. */
  labels: z.array(z.string().min(1)).min(2),
};

/** Architecture of a text classifier. */
export const classifierConfigSchema = z.object({
  ...common,
  /** How the words' vectors become the text's. */
  pooling: z.enum(POOLINGS),
});

/** Architecture of a tagger. */
export const taggerConfigSchema = z.object({
  ...common,
  /** Characters that are told apart, the special tokens included. */
  characterCount: z.number().int().min(4),
  /** Size of a character embedding. */
  characterSize: size,
  /** Size of each direction's hidden state of the encoder that reads a word's characters. */
  spellingSize: size,
});

export type ClassifierConfig = z.infer<typeof classifierConfigSchema>;
export type TaggerConfig = z.infer<typeof taggerConfigSchema>;
