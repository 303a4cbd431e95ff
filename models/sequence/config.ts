import { z } from 'zod';
import { TARGETS } from './languages';
import { POOLINGS } from './pooling';

const size = z.number().int().positive();

const network = {
  /** Recurrent cell of every direction. */
  cell: z.enum(['rnn', 'gru', 'lstm']),
  /** Words in the vocabulary, the special tokens included. */
  vocabularySize: z.number().int().min(4),
  /** Size of a word embedding. */
  embeddingSize: size,
  /** Size of a hidden state, of each direction where there are two. */
  hiddenSize: size,
};

const common = {
  ...network,
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

/** Architecture of a translator. */
export const translatorConfigSchema = z.object({
  ...network,
  /** Size of each direction's hidden state of the encoder that reads the source. */
  encoderSize: size,
  /** What it translates to. */
  languages: z.array(z.enum(TARGETS)).min(1),
});

export type ClassifierConfig = z.infer<typeof classifierConfigSchema>;
export type TaggerConfig = z.infer<typeof taggerConfigSchema>;
export type TranslatorConfig = z.infer<typeof translatorConfigSchema>;
